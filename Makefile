# make          what these targets are
# make demo     the main job on the repository's own site: feeds, pages, and a weekly mail through a real SMTP server
# make test     all tests
# make asan     all tests under the address sanitizer, leaks included
# make build    the release binary: .build/release/courant, which needs no Swift where it runs
# make deb      the Debian package: .build/deb/courant_VERSION_amd64.deb
# make install  what `make build` made, with units, manual pages and completions: PREFIX=/usr/local, DESTDIR=
# make try-deb  installs, upgrades, runs, removes and purges the package in a fresh Debian (as root)
# make lint     the format, strictly
# make bench    measures (never part of the tests)
# make pictures takes the pictures of README.md from what `make demo` left
# make system   installs the Debian packages that the others need, if they are missing
# make clean    removes what was built and what the demo left

.PHONY: help demo test asan build deb install try-deb lint bench pictures system clean

help:
	@sed -n 's/^# //p' Makefile | head -13

system:
	@Tools/packages.sh

# Printed by `courant --version`. Outside git it is empty, unless it is set from outside.
build: export COURANT_COMMIT ?= $(shell git describe --always --abbrev=12 --dirty --exclude='*' 2>/dev/null)

build: system
	@Tools/build.sh courant

deb:
	@Tools/deb.sh

# As root, after `make build` as yourself.
install:
	@Tools/install.sh

try-deb:
	@Tools/try-deb.sh

test:
	@Tools/packages.sh test
	@Tools/test.sh

asan:
	@Tools/packages.sh test
	@Tools/asan.sh

demo: build
	@Tools/demo.sh

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

bench: build
	@Tools/bench.sh

pictures: demo
	@Tools/pictures.py

clean:
	rm -rf .build demo
