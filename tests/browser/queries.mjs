// queries.mjs: what people ask the demo's search, and what must come first. Each
// answer is chosen by content/: the page that the words name. Where several pages
// are as right, each of them is.

/** As written, in any case and number, with ё or е. */
const WORDS = [
	["берестнева", "mentors/berestneva/"],
	["Берестневой", "mentors/berestneva/"],
	["берестневу ольгу", "mentors/berestneva/"],
	["велигуровой", "mentors/veligurova/"],
	["воздвиженцеву", "mentors/vozdvizhencev/"],
	["лузгарёв", "mentors/luzgarev/"],
	["лузгарева", "mentors/luzgarev/"],
	["крутоярова", "mentors/krutoyarova/"],
	["английский язык", "mentors/zaryanovskaya/"],
	["английского языка", "mentors/zaryanovskaya/"],
	["информатике", "mentors/luzgarev/"],
	["робототехнику", "mentors/vozdvizhencev/"],
	["астрономией", "mentors/berestneva/"],
	["начальных классов", "mentors/yarcovskaya/"],
	["наставником физику", "mentors/berestneva/"],
	["Пётр Даниилович", "mentees/"],
	["петр даниилович", "mentees/"],
	["театральную студию", "programmes/2026-05/"],
	["стенды своими руками", "programmes/2026-02/"],
	["лаборатории живой природы", "programmes/2025-06/"],
	["приборного завода", "partners/zavod/"],
	["фонд «Соседи»", "partners/fond/"],
	["спортивная школа ладва", "partners/sport/"],
	["среда с чаем", "cases/sredy-s-chaem/"],
	["дневники встреч", "methods/dnevnik-vstrech/"],
	["бланк программы", "methods/blank-programmy/"],
	["памятка куратора", "methods/pamyatka-kuratoru/"],
	["ярмарка умений", "events/den-nastavnika-2026/"],
	["сто сорок километров", "news/kak-ustroena-distancionnaya-para/"],
	["реестр наставников", "mentors/"],
	["нормативная база", "documents/"],
	["доска почета", "awards/"],
	["вопросы и ответы", "voprosy/"],
	["знак отличия", "documents/fed-ukaz-94/"],
	["положение о системе наставничества", "documents/polozhenie-2025/"],
	["закон об образовании", "documents/fed-273/"],
	["закон о персональных данных", "documents/fed-152/", "documents/fed-156/"],
];

/** Acts, programmes and clauses by what they are numbered with. */
const NUMBERS = [
	["152-ФЗ", "documents/fed-152/"],
	["273-фз", "documents/fed-273/"],
	["1493", "documents/fed-1493/"],
	["№ 1802", "documents/fed-pp-1802/"],
	["1264-р", "documents/fed-1264-r/"],
	["АЗ-1128", "documents/fed-az-1128/"],
	["МР-42/02", "documents/fed-mr-42-02/"],
	["351.8", "documents/fed-tk-351-8/"],
	["постановление 102", "documents/fed-pp-102/"],
	["указ 401", "documents/fed-ukaz-401/"],
	["2026-03", "programmes/2026-03/"],
];

/** One letter more, less, or other; two that changed places. */
const TYPOS = [
	["береснева", "mentors/berestneva/"],
	["берестнива", "mentors/berestneva/"],
	["берсетнева", "mentors/berestneva/"],
	["лузгаррев", "mentors/luzgarev/"],
	["робототхника", "mentors/vozdvizhencev/"],
	["зарянвская", "mentors/zaryanovskaya/"],
];

/** Typed with the wrong layout. */
const LAYOUT = [
	[",thtcnytdf", "mentors/berestneva/"],
	["kepufhtd", "mentors/luzgarev/"],
	["byajhvfnbrf", "mentors/luzgarev/"],
	["lytdybr dcnhtx", "methods/dnevnik-vstrech/"],
];

/** The beginning of a word, before it is typed to its end. */
const BEGINNINGS = [
	["берес", "mentors/berestneva/"],
	["воздв", "mentors/vozdvizhencev/"],
	["лабораторий живой при", "programmes/2025-06/"],
	["робот", "mentors/vozdvizhencev/"],
];

export const TABLE = { "words in any form": WORDS, numbers: NUMBERS, typos: TYPOS, "the wrong layout": LAYOUT, beginnings: BEGINNINGS };

/** Two queries that must find the same. */
export const SAME = [["yfcnfdybr", "наставник"], ["учёт", "учет"], ["НАСТАВНИКОМ", "наставник"]];

/** Finds nothing: a word that nowhere is, and a surname that nobody agreed to. */
export const NOTHING = ["щхъжэ", "бурундукология"];
