# Builds the release and puts program, manual page and completions in place:
#   make install PREFIX=$HOME/.local
# Package.swift links the Swift libraries into the release, so that no Swift is needed to run it.
# Where root has no Swift: make, then sudo make install SWIFT=true.

PREFIX = /usr/local
DESTDIR =
SWIFT = swift
INSTALL = install

root = $(DESTDIR)$(PREFIX)
program = .build/release/lossviz
man = $(root)/share/man/man1
bash = $(root)/share/bash-completion/completions
zsh = $(root)/share/zsh/site-functions
fish = $(root)/share/fish/vendor_completions.d
made = .build/install

.PHONY: all install uninstall wheel deb dist site page

all:
	$(SWIFT) build -c release --product lossviz

install: all
	mkdir -p '$(made)'
	$(program) man > '$(made)/man'
	$(program) completions bash > '$(made)/bash'
	$(program) completions zsh > '$(made)/zsh'
	$(program) completions fish > '$(made)/fish'
	$(INSTALL) -d '$(root)/bin' '$(man)' '$(bash)' '$(zsh)' '$(fish)'
	$(INSTALL) -m 755 $(program) '$(root)/bin/lossviz'
	$(INSTALL) -m 644 '$(made)/man' '$(man)/lossviz.1'
	$(INSTALL) -m 644 '$(made)/bash' '$(bash)/lossviz'
	$(INSTALL) -m 644 '$(made)/zsh' '$(zsh)/_lossviz'
	$(INSTALL) -m 644 '$(made)/fish' '$(fish)/lossviz.fish'

uninstall:
	rm -f '$(root)/bin/lossviz' '$(man)/lossviz.1' '$(bash)/lossviz' '$(zsh)/_lossviz' \
	  '$(fish)/lossviz.fish'

# dist/lossviz-VERSION-….whl, which brings its libraries and fonts along.
wheel: all
	packaging/wheel $(program)

# dist/lossviz_VERSION_….deb; needs dpkg-dev.
deb:
	packaging/deb

# dist/lossviz-VERSION.tar.gz
dist:
	packaging/tarball

# output/site/index.html
site:
	packaging/site

# What runs in the page of `lossviz page`, from its sources; takes minutes.
page:
	web/build
