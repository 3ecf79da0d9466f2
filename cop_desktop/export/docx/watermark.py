"""A pale word across every page, as Word itself puts it into the head of its pages."""

from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from cop_desktop.export.text.clean import clean

_LONG, _HIGH, _BROAD = 480.0, 120.0, 0.62  # points at most; a letter's width by its height
_PICTURE = """<w:r
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>
<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>
<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>
<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt={word}
 style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;\
rotation:315;z-index:-251658752;mso-position-horizontal:center;\
mso-position-horizontal-relative:margin;mso-position-vertical:center;\
mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#e9edee" stroked="f">
<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string={word}/>
</v:shape></w:pict></w:r>"""


def watermark(paragraph: Paragraph, word: str) -> None:
    """Hang the word into a paragraph of the running head."""
    said = clean(word)
    height = min(_HIGH, _LONG / (_BROAD * max(len(said), 1)))  # letters keep their shape
    width = height * _BROAD * len(said)
    picture = _PICTURE.format(word=quoteattr(said), width=round(width), height=round(height))
    paragraph._p.append(parse_xml(picture))  # noqa: SLF001 - Word's own marks have no public names
