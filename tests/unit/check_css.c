#include "render/css.h"

#include "unit.h"

#define assert_squeezed(css, want)                    \
	do {                                          \
		Buf out_ = BUF_INIT;                  \
		css_squeeze(&out_, SL(css));          \
		assert_slice(buf_slice(&out_), want); \
		buf_release(&out_);                   \
	} while (0)

START_TEST(comments_and_needless_space_go)
{
	assert_squeezed("/* head */\na , b {\n\tcolor: red; /* why */\n\tmargin: 0 auto\n}\n\n@media print {\n\ta { "
	                "top: 0 }\n}\n",
	                "a ,b{color: red;margin: 0 auto}@media print{a{top: 0}}");
	assert_squeezed("", "");
	assert_squeezed("/* alone */", "");
	assert_squeezed("a{}/* open", "a{}");
}
END_TEST

/* Space means something in a selector, in a sum and around `and`. */
START_TEST(space_that_means_something_stays)
{
	assert_squeezed("a  b > c{width:calc(1px  +  2px)}", "a b > c{width:calc(1px + 2px)}");
	assert_squeezed("a :is(b){}", "a :is(b){}");
	assert_squeezed("@media (a)\nand (b){}", "@media (a) and (b){}");
	assert_squeezed(".a/* x */.b{}", ".a/**/.b{}");
	assert_squeezed(".a /* x */.b{}", ".a .b{}");
	assert_squeezed(".a/* x */ .b{}", ".a .b{}");
}
END_TEST

START_TEST(strings_and_addresses_stay_as_they_are)
{
	assert_squeezed("a{content: \"  /* no */ ;  \\\"  \"}", "a{content: \"  /* no */ ;  \\\"  \"}");
	assert_squeezed("a{background: url(data:image/svg+xml;a, b)  }", "a{background: url(data:image/svg+xml;a, b)}");
	assert_squeezed("a{mask:url(\"x)  y\") }", "a{mask:url(\"x)  y\")}");
	assert_squeezed("a{content:'", "a{content:'");
	assert_squeezed("a{content:'\\", "a{content:'\\");
	assert_squeezed("a{b:url(", "a{b:url(");
}
END_TEST

UNIT_MAIN("css", comments_and_needless_space_go, space_that_means_something_stays,
          strings_and_addresses_stay_as_they_are)
