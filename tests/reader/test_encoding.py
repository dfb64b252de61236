"""Texts in the encodings that people's files are in, with and without a word about it."""

from __future__ import annotations

import time

import pytest

from paddock.reader.encoding import decode, decodes, detect, is_binary, known, lines

RUSSIAN = "Договор аренды нежилого помещения. Привет, как дела? Сегодня хорошая погода."
GERMAN = "Grüße aus München. Die Straße ist für Fußgänger gesperrt."
FRENCH = "Le café est fermé à cause des travaux; c’est très gênant pour les élèves."
POLISH = "Zażółć gęślą jaźń. Łódź jest pięknym miastem, które leży w środkowej Polsce."
HUNGARIAN = "Árvíztűrő tükörfúrógép. Az őszi időben sok gyümölcs érik."
TURKISH = "İstanbul'da yaşayan çoğu insan için deniz çok önemlidir. Şimdi ışık yandı."
GREEK = "Καλημέρα σας. Η σύμβαση μίσθωσης υπογράφηκε χθες στην Αθήνα."
HEBREW = "שלום עולם, זהו מסמך לבדיקה של קידוד הטקסט"
ARABIC = "مرحبا بالعالم هذا نص تجريبي لاختبار الترميز"
JAPANESE = "これはテストです。東京都の会社で契約書を作成しました。"
CHINESE = "这是一个测试文件。我们在北京签订了合同，双方同意以下条款。"
TAIWANESE = "這是一個測試文件。我們在台北簽訂了合約，雙方同意以下條款。"
KOREAN = "안녕하세요. 이것은 시험 문서입니다. 서울에서 계약을 체결했습니다."
THAI = "สวัสดีครับ นี่คือเอกสารทดสอบการเข้ารหัส"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (GERMAN, "cp1252"),
        (GERMAN, "mac_roman"),
        (GERMAN, "cp850"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (HUNGARIAN, "cp1250"),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5"),
        (KOREAN, "cp949"),
        (THAI, "cp874"),
        ("Er sagte „nein“ – und ging.", "cp1252"),
        ("Preis: 5 € für 20 °C", "cp1252"),
    ],
)
def test_old_encodings_are_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text
    assert not is_binary(text.encode(encoding))


@pytest.mark.parametrize("text", [RUSSIAN, GERMAN, JAPANESE, CHINESE, KOREAN, HEBREW, "plain ASCII"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_unicode_is_known_without_being_told(text: str, encoding: str) -> None:
    data = f"{text}\nEnd\n".encode(encoding)
    assert decode(data) == f"{text}\nEnd\n"
    assert not is_binary(data)


def test_what_is_declared_counts_where_the_bytes_allow_it() -> None:
    assert decode("Ä".encode("cp437"), "cp437") == "Ä"
    assert decode("價".encode("big5"), "Big5") == "價"
    assert decode(GERMAN.encode(), "iso-8859-1") == GERMAN  # declared wrongly, as so often
    assert decode(CHINESE.encode(), "gb2312") == CHINESE
    assert decode(b"plain", "utf-16") == "plain"
    assert decode(GERMAN.encode("cp1252"), "utf-8") == GERMAN


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("GB2312", "gb18030"),
        ("iso-8859-8-i", "iso8859_8"),
        ("UTF8", "utf_8"),
        ("windows-1251", "cp1251"),
        ("cp65001", "utf_8"),
        ("unicode_escape", ""),
        ("rot13", ""),
        ("../../etc/passwd", ""),
        ("x" * 100_000, ""),
    ],
)
def test_labels_are_known_ones_only(label: str, name: str) -> None:
    assert known(label) == name


def test_a_broken_byte_does_not_change_the_encoding() -> None:
    data = (GERMAN * 20).encode()
    assert decode(data[:500] + b"\xff" + data[500:]).count("�") == 1


def test_binary_is_no_text() -> None:
    assert is_binary(bytes(range(256)) * 8)
    assert is_binary(b"Some words\0\0\0\x01\x02\x03 and more")
    assert is_binary(b"\xff\xfe" + b"\0\0" * 50)
    assert not is_binary(b"\x1b[31mred\x1b[0m log line\n" * 20)
    assert not is_binary(b"")


def test_lines_come_in_bounded_parts() -> None:
    parts = list(lines(b"ab\r\n" + b"x" * 250 + b"\rend", "utf-8", most=100))
    assert parts == ["ab\n", "x" * 100, "x" * 100, "x" * 50 + "\n", "end"]


def test_ten_megabytes_are_decided_at_once() -> None:
    data = ("x" * 1000 + "\n").encode() * 10_000 + "déjà vu".encode("cp1252")
    begin = time.process_time()
    assert detect(data) == "cp1252"
    assert time.process_time() - begin < 2
    assert not decodes(data, "utf_8")
