# The two commands of the README are `make run` and `make test`; both install what is missing first.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=

APT_RUN = libncurses-dev libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
APT_TEST = $(APT_RUN) libvterm-dev
BREW_RUN = ncurses libyaml cmark-gfm
BREW_TEST = $(BREW_RUN) libvterm

# Homebrew keeps its headers and libraries outside the compiler's own search path.
ifeq ($(shell uname -s),Darwin)
BREW := $(shell brew --prefix 2>/dev/null)
FLAGS = -Xcc -I$(BREW)/include -Xcc -I$(BREW)/opt/ncurses/include -Xlinker -L$(BREW)/lib -Xlinker -L$(BREW)/opt/ncurses/lib
endif
# On Linux all but the C library is inside the program: it starts in half the time, and runs on systems that have neither Swift
# nor the libraries. A folder with nothing but their archives stands first where the linker looks; a library without an archive
# stays a shared one. Stand-ins for an old C library are there, too: a program runs with no older one than it was linked with.
ifeq ($(shell uname -s),Linux)
ARCHIVES = $(CURDIR)/.build/archives
STATIC = --static-swift-stdlib -Xswiftc -L$(ARCHIVES) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc $$(cat $(ARCHIVES)/flags)
GLIBC = 2.27
# What nobody would miss is left out of the stripped program: the names of functions for other libraries to look up (0.6 MB), an
# index of the tables by which exceptions are thrown, of which there are none (0.4 MB; debuggers read the tables), and all but one
# of functions that are the same to the last instruction (0.2 MB). Package.swift says what else.
STATIC += -Xlinker --no-export-dynamic -Xlinker --no-eh-frame-hdr -Xlinker --icf=safe
# What a debugger knows a build by is its commit: a hash of the program would tell folders apart.
BUILD_ID := $(or $(addprefix 0x,$(shell git rev-parse HEAD 2>/dev/null)),none)
STATIC += -Xlinker --build-id=$(BUILD_ID)
# The C compiler that comes with Swift will do.
ifeq ($(origin CC),default)
CC := $(or $(shell command -v cc),clang)
endif
endif
# The folder that it is built in stands nowhere in the program.
ANYWHERE = -Xswiftc -file-prefix-map -Xswiftc "$(CURDIR)=downhill" -Xcc "-ffile-prefix-map=$(CURDIR)=downhill"
CHECKED = --explicit-target-dependency-import-check error

# The program, and what writes its manual page and completions: in a build for another processor one that runs here.
PROGRAM ?= .build/release/downhill
HOST_PROGRAM ?= $(PROGRAM)
VERSION = $(shell sed -n 's/.*static let number = "\(.*\)".*/\1/p' Sources/downhill/Version.swift)

.PHONY: run build archives needs test lint format install uninstall deb dist same bench pictures reference clean setup-run setup-test

run: build
	@$(PROGRAM)

# The manifest asks git for the revision: a cached answer would name an older one.
FRESH = --manifest-cache none

build: setup-run archives
	$(SWIFT) build -c release $(FRESH) $(FLAGS) $(STATIC) $(ANYWHERE) $(CHECKED) --product downhill

archives:
	@[ -z "$(ARCHIVES)" ] || CC="$(CC)" packaging/archives.sh "$(ARCHIVES)" $(GLIBC)

# Fails where the program asks more of a Linux system than that C library.
needs: build
	@[ -z "$(ARCHIVES)" ] || packaging/glibc/needs.sh "$(PROGRAM)" $(GLIBC)

test: setup-test
	$(SWIFT) test -c release $(FLAGS) $(CHECKED)

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

# Times of training against other programs, and what the screens cost. PEER_BUILD may name a folder with more peers.
bench: build
	@rm -f Benchmarks/.build/release.yaml # a plan that may name files which have moved
	$(SWIFT) build -c release $(FLAGS) --package-path Benchmarks --product contender
	python3 -B Benchmarks/bench/bench.py

# The README's pictures, as the program draws them; each line of the list is a name and what is pressed.
pictures: build
	@set -f; while read -r name arguments; do for theme in dark light; do \
	  .build/release/downhill picture $$arguments --theme $$theme -o docs/pictures/$$name-$$theme.svg || exit 1; \
	done; done < docs/pictures/pictures.txt

# The tables of docs/reference: what 'downhill help TOPIC' says, behind the line in a page that says so.
reference: build
	@for page in $$(grep -l '^<!-- From here on' docs/reference/*.md); do \
	  { sed '/^<!-- From here on/q' $$page && echo && $(PROGRAM) help $$(basename $$page .md) --markdown; } > $$page.new \
	    && mv $$page.new $$page || exit 1; \
	done

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

# Where each shell looks for completions, and how it wants their file called.
SHARE = $(DESTDIR)$(PREFIX)/share
BASH_COMPLETION = $(SHARE)/bash-completion/completions/downhill
ZSH_COMPLETION = $(SHARE)/zsh/site-functions/_downhill
FISH_COMPLETION = $(SHARE)/fish/vendor_completions.d/downhill.fish
MANUAL = $(SHARE)/man/man1/downhill.1

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/downhill/lessons \
	  $(DESTDIR)$(PREFIX)/share/downhill/data
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/downhill
	packaging/strip.sh $(DESTDIR)$(PREFIX)/bin/downhill
	install -m 644 lessons/*.md $(DESTDIR)$(PREFIX)/share/downhill/lessons
	install -m 644 Sources/Experiments/Data/* $(DESTDIR)$(PREFIX)/share/downhill/data
	install -d $(dir $(BASH_COMPLETION)) $(dir $(ZSH_COMPLETION)) $(dir $(FISH_COMPLETION))
	$(HOST_PROGRAM) --generate-completion-script bash | sed '1{/^#!/d;}' > $(BASH_COMPLETION)
	$(HOST_PROGRAM) --generate-completion-script zsh > $(ZSH_COMPLETION)
	$(HOST_PROGRAM) --generate-completion-script fish > $(FISH_COMPLETION)
	install -d $(dir $(MANUAL))
	$(HOST_PROGRAM) help --man > $(MANUAL)

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/downhill $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION) $(MANUAL)
	rm -rf $(DESTDIR)$(PREFIX)/share/downhill

# A Debian package, and archives of the source and of the program, in .build/packages; packaging/README.md says what they need.
PACKAGES = .build/packages

deb: needs
	@DESTDIR= PREFIX=/usr MAKE="$(MAKE)" VERSION=$(VERSION) PROGRAM="$(PROGRAM)" HOST_PROGRAM="$(HOST_PROGRAM)" \
	  ARCHIVES="$(ARCHIVES)" GLIBC=$(GLIBC) packaging/make-deb.sh $(PACKAGES)

dist: needs
	@MAKE="$(MAKE)" VERSION=$(VERSION) PROGRAM="$(PROGRAM)" HOST_PROGRAM="$(HOST_PROGRAM)" ARCHIVES="$(ARCHIVES)" \
	  packaging/make-dist.sh $(PACKAGES)

# Proves that two builds of the commit, in two folders, are the same bytes.
same:
	@MAKE="$(MAKE)" SWIFT="$(SWIFT)" packaging/same.sh

clean:
	$(SWIFT) package clean

setup-run:
	@$(MAKE) --no-print-directory packages APT="$(APT_RUN)" BREW_NAMES="$(BREW_RUN)"

setup-test:
	@$(MAKE) --no-print-directory packages APT="$(APT_TEST)" BREW_NAMES="$(BREW_TEST)"

# Installs only what is missing, with sudo only where that is needed.
.PHONY: packages
packages:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Downhill needs Swift 6.2 or later: see https://www.swift.org/install" >&2; exit 1; }
	@if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then \
	  missing=""; \
	  for name in $(APT); do \
	    dpkg-query -W -f='$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$name"; \
	  done; \
	  if [ -n "$$missing" ]; then \
	    sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	    echo "Installing$$missing"; \
	    $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq $$missing; \
	  fi; \
	elif command -v brew >/dev/null; then \
	  for name in $(BREW_NAMES); do brew list $$name >/dev/null 2>&1 || brew install $$name; done; \
	else \
	  echo "Neither apt-get nor brew is here. Please install the development files of:"; \
	  echo "  $(APT)"; \
	  echo "under your system's names for them; the build goes on and says what it misses."; \
	fi
