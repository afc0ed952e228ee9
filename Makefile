# make          what these targets are
# make demo     the main job on the repository's own site: feeds, pages, and a weekly mail through a real SMTP server
# make test     all tests
# make asan     all tests under the address sanitizer, leaks included
# make build    the release binary: .build/release/courant, which needs no Swift where it runs
# make lint     the format, strictly
# make bench    measures (never part of the tests)
# make system   installs the Debian packages that the others need, if they are missing
# make clean    removes what was built and what the demo left

.PHONY: help demo test asan build lint bench system clean

help:
	@sed -n 's/^# //p' Makefile | head -9

system:
	@Tools/packages.sh

build: system
	swift build -c release --static-swift-stdlib --product courant

test: system
	@Tools/test.sh

asan: system
	@Tools/asan.sh

demo: build
	@Tools/demo.sh

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

bench: build
	@Tools/bench.sh

clean:
	rm -rf .build demo
