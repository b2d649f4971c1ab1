# devdata: build, try, test and use it. `make help` lists what there is.
#
# Options are variables: on the command line, in the environment, or in
# options.local.mk, which git ignores.
-include options.local.mk

MVN ?= mvn
# --batch-mode: no colours and no progress bars in logs.
MAVEN_FLAGS ?= --batch-mode --no-transfer-progress
PREFIX ?= $(HOME)/.local
DESTDIR ?=
# What dev.load_data loads, by either name, and where to.
path ?=
data_spec_top_path ?= $(or $(path),specs/top.yaml)
target ?= devstack
load_flags ?=
# Only some tests: make test TESTS='Opaque*'
TESTS ?=
maven = $(MVN) $(MAVEN_FLAGS)
# What some tests need is started once instead of twice.
one_fork = -Ddevdata.test.forks=1
devdata = target/devdata/bin/devdata
sources = $(shell find src/main specs -type f 2>/dev/null) pom.xml src/assembly/distribution.xml

.DEFAULT_GOAL := help
.PHONY: help build archive demo test quick install uninstall docs pictures lint format bench interop clean dev.load_data

help: ## Print this list.
	@awk -F ':.*## ' '/^[a-zA-Z_.%-]+:.*## / { printf "  %-18s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

build: $(devdata) ## Build target/devdata (bin, lib) and target/devdata-VERSION.tar.gz.

archive: ## Build target/devdata-VERSION.tar.gz only; the same bytes everywhere.
	@echo "building; silent for a minute, for some more at the first time: Maven fetches about 400 MB"
	@# An archive of another version would be taken for this one.
	@rm -f target/devdata-*.tar.gz
	@# Jars keep the rights of the files in them, which come from the umask.
	umask 022 && $(maven) --quiet -Dmaven.test.skip=true package

$(devdata): $(sources)
	$(MAKE) --no-print-directory archive
	rm -rf target/devdata
	mkdir -p target/devdata
	tar -xzf target/devdata-*.tar.gz -C target/devdata --strip-components=1
	$(devdata) --make-class-archive
	touch $(devdata)
	@echo "built $(devdata)"

demo: build ## See the tool at its best, in under three minutes.
	scripts/demo

test: ## Run the tests; on a MySQL server if DEVDATA_TEST_MYSQL_URL names one.
	@rm -f target/not-run-*
	$(maven) test $(if $(TESTS),$(one_fork) -Dtest='$(TESTS)')
	@# A list of each JVM that ran tests: one reason, one line.
	@cat target/not-run-* | awk ' \
	  { count = $$1; sub(/^ *[0-9]+ */, ""); sum[$$0] += count } \
	  END { for (reason in sum) { \
	    if (!said++) print "\nNot run on this machine (number of tests or classes, reason):"; \
	    printf "%4d  %s\n", sum[reason], reason } }'

quick: ## Run TESTS='Some*' after compiling no more than what changed.
	@[ -n "$(TESTS)" ] || { echo "make quick TESTS='Some*' names the tests" >&2; exit 2; }
	@# Callers of what changed are not looked at: the next other build compiles all of them.
	@rm -rf target/maven-status
	$(maven) test $(one_fork) -Dtest='$(TESTS)' -Dmaven.compiler.useIncrementalCompilation=false

install: build ## Install to PREFIX (~/.local): bin/devdata and share/devdata.
	rm -rf "$(DESTDIR)$(PREFIX)/share/devdata"
	mkdir -p "$(DESTDIR)$(PREFIX)/share" "$(DESTDIR)$(PREFIX)/bin"
	cp -Rp target/devdata "$(DESTDIR)$(PREFIX)/share/devdata"
	ln -sf ../share/devdata/bin/devdata "$(DESTDIR)$(PREFIX)/bin/devdata"
	$(if $(DESTDIR),,"$(PREFIX)/bin/devdata" --make-class-archive)
	@echo "installed $(DESTDIR)$(PREFIX)/bin/devdata"

uninstall: ## Remove what install put there.
	rm -rf "$(DESTDIR)$(PREFIX)/share/devdata"
	rm -f "$(DESTDIR)$(PREFIX)/bin/devdata"

docs: ## Rewrite the pages that are generated from the code.
	$(maven) test $(one_fork) -Dtest='CommandsPageTest,JsonPageTest,SpecReferenceTest,ConfigSchemaTest' -Ddevdata.accept=true

pictures: build ## Draw the pictures of docs/lives.md from a run; needs Python with venv.
	scripts/pictures

lint: ## Check format, static analysis, dependencies and scripts.
	scripts/lint

format: ## Put the Java sources into shape.
	$(maven) --quiet spotless:apply

bench: ## Measure against LOAD DATA and a hello-world JVM.
	scripts/bench

interop: build ## Let a real Django and a real Ralph check what was loaded.
	scripts/interop

clean: ## Remove everything that was built.
	rm -rf target

dev.load_data: build ## Load path=FILE (or data_spec_top_path=FILE) into target=NAME.
	$(devdata) load --target $(target) $(load_flags) $(data_spec_top_path)

dev.load_data.%: build ## Load the part of one service, such as dev.load_data.lms.
	$(devdata) load --target $(target) --only $* $(load_flags) $(data_spec_top_path)
