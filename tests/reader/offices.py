"""Small Office files and books made of their parts."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DRAWING = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    f'xmlns:r="{_LINKS}"'
)
SLIDES = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
SHEETS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("presentation", "presentation"),
        ("svg", "svg-compatible"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
    )
)
LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha ha ha ha">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
)

Parts: TypeAlias = "Mapping[str, str | bytes]"


def packed(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of these members, in this order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def links(*targets: tuple[str, str]) -> str:
    """Return a part of relationships rId1, rId2 … of (kind, target)."""
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_LINKS}/{kind}" Target="{target}"'
        + (' TargetMode="External"' if "://" in target else "")
        + "/>"
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f"<Relationships {_PACKAGE}>{inner}</Relationships>"


def _core(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>A. Writer</dc:creator>'
        "</cp:coreProperties>"
    )


def docx(body: str, parts: Parts | None = None, *targets: tuple[str, str]) -> bytes:
    """Return a Word document with this content of w:body, and other parts that it links to."""
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": links(("officeDocument", "word/document.xml")),
            "docProps/core.xml": _core("A title"),
            "word/_rels/document.xml.rels": links(*targets),
            "word/document.xml": f"<w:document {WORD} {DRAWING}><w:body>{body}</w:body></w:document>",
            **(parts or {}),
        }
    )


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """Return a w:p of one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


STYLES = (
    f"<w:styles {WORD}>"
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="H{rank}"><w:name w:val="heading {rank}"/></w:style>' for rank in (1, 2)
    )
    + '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/></w:style></w:styles>'
)


def pptx(slides: list[str], parts: Parts | None = None) -> bytes:
    """Return a presentation of these slides (the content of p:spTree each, or a whole part)."""
    shown = "".join(f'<p:sldId id="{255 + number}" r:id="rId{number}"/>' for number in range(1, len(slides) + 1))
    targets = [("slide", f"slides/slide{number}.xml") for number in range(1, len(slides) + 1)]
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": links(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {SLIDES} {DRAWING}><p:sldIdLst>{shown}</p:sldIdLst>"
        '<p:sldSz cx="9144000" cy="6858000"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": links(*targets),
    }
    for number, slide in enumerate(slides, 1):
        whole = slide if slide.startswith("<p:sld ") else f"<p:sld {SLIDES} {DRAWING}>{tree(slide)}</p:sld>"
        made[f"ppt/slides/slide{number}.xml"] = whole
    return packed({**made, **(parts or {})})


def tree(shapes: str) -> str:
    return f"<p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>"


def shape(text: str, x: int = 0, y: int = 0, holder: str = "", levels: str = "") -> str:
    """Return a p:sp with one a:p a line; `holder` is a placeholder's type, `levels` one digit for each line."""
    lines = "".join(
        f'<a:p><a:pPr lvl="{levels[number] if levels else 0}"/><a:r><a:t>{line}</a:t></a:r></a:p>'
        for number, line in enumerate(text.split("\n"))
    )
    placeholder = f'<p:ph type="{holder}"/>' if holder else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:cNvSpPr/><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr>'
        f"<p:txBody>{lines}</p:txBody></p:sp>"
    )


def xlsx(sheets: dict[str, str], parts: Parts | None = None, states: dict[str, str] | None = None) -> bytes:
    """Return a workbook of these sheets by name (the content of sheetData each)."""
    names = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}" state="{(states or {}).get(name, "visible")}"/>'
        for number, name in enumerate(sheets, 1)
    )
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
    others = [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f"<workbook {SHEETS} {DRAWING}><sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": links(*targets, *others),
    }
    for number, rows in enumerate(sheets.values(), 1):
        made[f"xl/worksheets/sheet{number}.xml"] = f"<worksheet {SHEETS}><sheetData>{rows}</sheetData></worksheet>"
    return packed({**made, **(parts or {})})


def odf(kind: str, body: str, styles: str = "", parts: Parts | None = None) -> bytes:
    """Return an OpenDocument file; `kind` is "text", "spreadsheet" or "presentation", `styles` automatic ones."""
    return packed(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
            "meta.xml": f'<office:document-meta {ODF} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
            "<dc:title>A title</dc:title><dc:creator>A. Writer</dc:creator></office:meta></office:document-meta>",
            **(parts or {}),
        }
    )


def flat(kind: str, body: str, styles: str = "", before: str = '<?xml version="1.0" encoding="UTF-8"?>\n\n') -> bytes:
    """Return an OpenDocument file in one piece of XML, as `odf`; `before` stands above the root."""
    return (
        f'{before}<office:document {ODF} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}"><office:meta><dc:title>A title</dc:title>'
        f"<dc:creator>A. Writer</dc:creator></office:meta><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>"
    ).encode()


def epub(chapters: dict[str, str], parts: Parts | None = None) -> bytes:
    """Return a book of these chapters by file name (the content of body each), in the order of the spine."""
    items = "".join(
        f'<item id="c{number}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    made: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A book</dc:title><dc:creator>A. Writer</dc:creator>'
        '</metadata><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f"{items}</manifest><spine>{spine}</spine></package>",
    }
    for name, body in chapters.items():
        made[f"OPS/{name}"] = (
            '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>'
            f"<body>{body}</body></html>"
        )
    return packed({**made, **(parts or {})})
