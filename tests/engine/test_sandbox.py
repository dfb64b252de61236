"""A stranger's template can neither reach out nor use up the machine."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time

import pytest

from paddock.engine.sandbox import Sandbox, TemplateRefused

if sys.platform != "win32":
    import resource


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    return Sandbox(seconds=0.5, memory_bytes=256 << 20)


def render(sandbox: Sandbox, source: str, **variables: object) -> str:
    return sandbox.render(sandbox.compile(source), variables)


def memory_limits() -> tuple[int, int] | None:
    """Return how much memory this process may take, where the system keeps such a limit."""
    return None if sys.platform == "win32" else resource.getrlimit(resource.RLIMIT_AS)


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ messages.append(1) }}",
        "{{ cycler.__init__.__globals__.os.system('true') }}",
        "{{ ('%s' | attr('__class__')) }}{{ self.__init__.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ 'a' * 999999999999 }}",
        "{{ ['a'] * 999999999999 }}",
        "{{ 9 ** 9999999 }}",
        "{% set n = namespace(x=9) %}{% for i in range(9) %}{% set n.x = n.x ** n.x %}{% endfor %}{{ n.x }}",
        "{% set n = namespace(x=3) %}{% for i in range(40) %}{% set n.x = n.x * n.x %}{% endfor %}{{ n.x }}",
        "{% set n = namespace(s='aaaaaaaa') %}{% for i in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}{{ n.s }}",
        "{{ range(99999999) | list | length }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999) %}{% for b in range(99) %}xxxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}",
        "{{ 'a' | center(99999999999) }}",
        "{{ '%099999999999d' % 1 }}",
        "{{ '%099999999999d' | format(1) }}",
        "{{ 'x' | indent(99999999999) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{{ raise_exception('Roles must alternate') }}",
        "{{ nothing.at.all }}",
        "{% if %}",
        "x" * (2 << 20),
    ],
)
def test_a_hostile_or_broken_template_is_refused_soon_and_leaves_nothing_behind(sandbox: Sandbox, source: str) -> None:
    limits = memory_limits()
    started = time.process_time()
    with pytest.raises(TemplateRefused) as refused:
        render(sandbox, source, messages=[{"role": "user"}])
    assert str(refused.value)
    assert len(str(refused.value)) < 500
    assert time.process_time() - started < 5
    assert memory_limits() == limits
    assert render(sandbox, "{{ 1 + 1 }}") == "2"


def test_a_refusal_is_in_the_templates_own_words(sandbox: Sandbox) -> None:
    with pytest.raises(TemplateRefused, match=r"^Roles must alternate$"):
        render(sandbox, "{{ raise_exception('Roles must alternate') }}")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ {'b': 'é<', 'a': [1, none]} | tojson }}", '{"b": "é<", "a": [1, null]}'),
        ("{{ {'b': 1, 'a': 2} | tojson(indent=1, sort_keys=true) }}", '{\n "a": 2,\n "b": 1\n}'),
        ("{{ [1] | tojson(ensure_ascii=False, separators=(',', ':')) }}", "[1]"),
        ("{% for i in range(9) %}{% if i == 2 %}{% break %}{% endif %}{{ i }}{% endfor %}", "01"),
        ("{% for i in [1, 2, 3] %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}", "13"),
        ("a{% generation %}{{ 'b' }}{% endgeneration %}c", "abc"),
        ("{% if true %}\n  {{ ' x ' | trim }}\n{% endif %}\n", "  x\n"),
        ("{{ 'a-b'.split('-')[-1] }}{{ 'ab'.startswith('a') }}{{ '-' * 3 }}", "bTrue---"),
        ("{{ strftime_now('%Y') | int > 2000 }}", "True"),
        ("{% set ns = namespace(a=1) %}{% set ns.a = 2 %}{{ ns.a }}", "2"),
        ("{{ messages[0]['content'] }}{{ messages[0].role }}", "hellouser"),
    ],
)
def test_what_real_templates_use_works(sandbox: Sandbox, source: str, expected: str) -> None:
    assert render(sandbox, source, messages=[{"role": "user", "content": "hello"}]) == expected


def _get_stuck() -> None:
    sandbox = Sandbox(seconds=0.1)
    render(sandbox, "{{ ('a' * 30000000).rfind('a' ~ 'b' ~ 'a' * 15000000) }}")  # in 3.11: a day, in one call


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no timer's signal ends a process there")
def test_a_template_stuck_in_one_call_costs_its_process_and_no_more() -> None:
    process = multiprocessing.get_context("spawn").Process(target=_get_stuck)
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGPROF
