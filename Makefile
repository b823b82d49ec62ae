# rubrika. `make` builds build/rubrika; `make site` renders content/ into public/; `make test` runs every test.
VERSION   := 0.1.0
PREFIX    ?= /usr/local
CC        ?= cc
PACKAGES  := libcmark libgit2 yaml-0.1 icu-i18n libxxhash nettle libdeflate libbrotlienc libbrotlidec libturbojpeg libpng libwebp lcms2 libical libmicrohttpd
TESTPKGS  := check jansson
comma     := ,
Q         := $(if $(V),,@)
BUILD     := build$(if $(SANITIZE),/$(subst $(comma),-,$(SANITIZE)))

CFLAGS    ?= -O2 -g
WARNINGS  := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Wstrict-prototypes -Wvla -Wwrite-strings \
             -Wformat=2 -fno-common $(if $(DEVELOPER),-Werror)
HARDENING := -fstack-protector-strong -fPIE $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all -DARENA_MALLOC,-D_FORTIFY_SOURCE=2)
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -DRUBRIKA_VERSION='"$(VERSION)"' -Igen $(WARNINGS) $(HARDENING) -pthread -MMD -MP \
             $(shell pkg-config --cflags $(PACKAGES)) $(CPPFLAGS) $(CFLAGS)
ALL_LIBS   = $(shell pkg-config --libs $(PACKAGES)) -lcsv -lstemmer -lm $(LDLIBS)
ALL_LDFLAGS = -pie -pthread -Wl,-z,relro,-z,now $(if $(SANITIZE),-fsanitize=$(SANITIZE)) $(LDFLAGS)

OBJECTS   := $(patsubst %.c,$(BUILD)/%.o,$(wildcard gen/*/*.c)) $(BUILD)/gen/embedded.o $(BUILD)/gen/skeleton.o $(BUILD)/gen/bar.o
UNITS     := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/check_*.c))
PROPERTY  := $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/property/parts/*.c))
THEME     := $(shell find themes/school -type f | LC_ALL=C sort)
PAGES     := rubrika.1 content.5 theme.7 $(shell sed -n 's/^COMMAND.\([a-z]*\),.*/rubrika-\1.1/p' gen/cmd/commands.def)
COMPLETIONS := bash-completion/completions/rubrika zsh/site-functions/_rubrika fish/vendor_completions.d/rubrika.fish
SHARE      = $(DESTDIR)$(PREFIX)/share
SKELETON  := $(shell find gen/cmd/skeleton -type f | LC_ALL=C sort)
BAR       := $(shell find gen/cmd/preview -type f | LC_ALL=C sort)

all: $(BUILD)/rubrika
$(BUILD)/rubrika: $(BUILD)/gen/main.o $(BUILD)/librubrika.a
	@echo '  LD $@'
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(ALL_LIBS)
$(BUILD)/librubrika.a: $(OBJECTS)
	$(Q)rm -f $@ && $(AR) rcs $@ $^
$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo '  CC $<'
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<
$(BUILD)/gen/embedded.S: gen/cmd/embed.sh $(THEME) Makefile
	@mkdir -p $(@D)
	$(Q)printf '%s\n' $(THEME) | gen/cmd/embed.sh themes/school embedded > $@
$(BUILD)/gen/skeleton.S: gen/cmd/embed.sh $(SKELETON) Makefile
	@mkdir -p $(@D)
	$(Q)printf '%s\n' $(SKELETON) | gen/cmd/embed.sh gen/cmd/skeleton skeleton > $@
$(BUILD)/gen/bar.S: gen/cmd/embed.sh $(BAR) Makefile
	@mkdir -p $(@D)
	$(Q)printf '%s\n' $(BAR) | gen/cmd/embed.sh gen/cmd/preview bar > $@
$(BUILD)/gen/%.o: $(BUILD)/gen/%.S
	$(Q)$(CC) -c -o $@ $<
$(BUILD)/tests/%: $(BUILD)/tests/%.o $(BUILD)/librubrika.a
	@echo '  LD $@'
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(shell pkg-config --libs $(TESTPKGS)) $(ALL_LIBS)
$(BUILD)/tests/property/noninterference: $(PROPERTY)

site: tools
	$(MAKE) all
	$(BUILD)/rubrika build
test: tools-test
	tests/run
lint:
	tests/lint
bless: all
	tests/golden/run --bless
bench: all
	tests/bench/run
property: all
	RUBRIKA=$(abspath $(BUILD)/rubrika) N=$(N) SEED=$(SEED) tests/property/noninterference.sh
mutants:
	tests/property/try-mutants $(ONLY)
units: $(UNITS)
tools tools-test:
	@tests/tools $@
docs: all
	for page in $(PAGES); do $(BUILD)/rubrika help --mdoc $${page%.*} > docs/$$page; done
admin: all
	gen/cmd/admin/assemble.sh $(BUILD)/rubrika $(BUILD)/npm-cms admin $(or $(REPO),.)
install: all
	install -D $(BUILD)/rubrika $(DESTDIR)$(PREFIX)/bin/rubrika
	for page in $(PAGES); do install -D -m 644 docs/$$page $(SHARE)/man/man$${page#*.}/$$page; done
	for file in $(COMPLETIONS); do mkdir -p $(SHARE)/$${file%/*} && $(BUILD)/rubrika help --lang ru \
		--completion $$(echo $$file | sed 's|-.*||; s|/.*||') > $(SHARE)/$$file; done
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/rubrika $(foreach p,$(PAGES),$(SHARE)/man/man$(patsubst .%,%,$(suffix $(p)))/$(p)) \
		$(addprefix $(SHARE)/,$(COMPLETIONS))
clean:
	rm -rf build
.PHONY: all site test lint bless bench property mutants units tools tools-test docs admin install uninstall clean
.SECONDARY:
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
