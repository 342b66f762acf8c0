"""Strings that would run, load or forge something where a page takes them for markup. Invented for the tests of the pages.

`%s` is an address that is not the page's own. What each would call when it ran is `window.hbcRan`.
"""

from __future__ import annotations

RUN = "window.hbcRan=1"
FAR = "http://xa.example"

HOSTILE: tuple[str, ...] = tuple(
    text.replace("RUN", RUN).replace("FAR", FAR)
    for text in (
        "<script>RUN</script>", "<ScRiPt>RUN</sCrIpT>", "<script src=FAR/a.js></script>", "<script>RUN", "</script><script>RUN</script>",
        "<<script>script>RUN<</script>/script>", "<script\x0b>RUN</script>", "<script/x>RUN</script>", "<svg><script>RUN</script></svg>",
        "<img src=x onerror=RUN>", "<img src=x onerror='RUN'>", '<img src="x" onerror="RUN">', "<img src=FAR/a.png>", "<img/src=x/onerror=RUN>",
        "<img src=x:x onerror=RUN//", "<IMG SRC=`javascript:RUN`>", "<img srcset='FAR/b.png 1x'>", "<image src=x onerror=RUN>", "<picture><source srcset=FAR/c.png><img></picture>",
        "<svg onload=RUN>", "<svg/onload=RUN>", "<svg><animate onbegin=RUN attributeName=x dur=1s>", "<svg><image href=FAR/d.png /></svg>", "<svg><use href='FAR/e.svg#a'/></svg>",
        "<svg><a xlink:href='javascript:RUN'><text>x</text></a></svg>", "<math><mtext></form><form><mglyph><style></math><img src=x onerror=RUN>",
        "<iframe src='javascript:RUN'></iframe>", "<iframe src=FAR></iframe>", "<iframe srcdoc='<script>parent.hbcRan=1</script>'></iframe>", "<object data=FAR/f.swf></object>", "<embed src=FAR/g.swf>",
        "<body onload=RUN>", "<details open ontoggle=RUN>x</details>", "<video><source onerror=RUN></video>", "<video poster=FAR/h.png></video>", "<audio src=x onerror=RUN>",
        "<input autofocus onfocus=RUN>", "<select autofocus onfocus=RUN>", "<textarea autofocus onfocus=RUN></textarea>", "<marquee onstart=RUN>x</marquee>", "<div onmouseover=RUN style='position:fixed;inset:0'>x</div>",
        "<a href='javascript:RUN'>bấm</a>", "<a href='data:text/html,<script>RUN</script>'>bấm</a>", "<a href='java&#115;cript:RUN'>bấm</a>", "<form action=FAR><button autofocus>gửi</button></form>", "<base href='FAR/'>",
        "<link rel=stylesheet href=FAR/i.css>", "<link rel=prefetch href=FAR/j>", "<meta http-equiv=refresh content='0;url=FAR'>", "<style>@import 'FAR/k.css';</style>", "<style>*{background:url(FAR/l.png)}</style>",
        "<p style='background-image:url(FAR/m.png)'>x</p>", "<table background=FAR/n.png><tr><td>x</table>", "<template><script>RUN</script></template>", "<noscript><p title='</noscript><img src=x onerror=RUN>'>", "<!--><img src=x onerror=RUN>-->",
        "<![CDATA[><img src=x onerror=RUN>]]>", "\"><img src=x onerror=RUN>", "'><img src=x onerror=RUN>", "\" onmouseover=RUN x=\"", "&lt;img src=x onerror=RUN&gt;", "&#60;script&#62;RUN&#60;/script&#62;",
        "![ảnh](FAR/o.png)", "![ảnh](FAR/p.png \"RUN\")", "[bấm](javascript:RUN)", "[bấm](FAR)", "<FAR>", "FAR/q", "[x]: FAR/r\n![][x]", "[![](FAR/s.png)](FAR)",
        "```html\n<script>RUN</script>\n```", "$\\href{javascript:RUN}{x}$", "$$\\includegraphics{FAR/t.png}$$", ":material/home: :red[x] :smile:", "{{constructor.constructor('RUN')()}}", "${RUN}", "<%= RUN %>",
        "\u202e<script>RUN</script>", "<scr\u0000ipt>RUN</scr\u0000ipt>", "<img src=x\u00a0onerror=RUN>", "＜script＞RUN＜/script＞", "<button data-cite=0-1 data-copy=x class=hbc-ref>1</button>", "<mark class=hbc-here data-place=x>x</mark>",
    )
)  # fmt: skip

__all__ = ["FAR", "HOSTILE", "RUN"]
