"""How the pages look: the colours of both themes (as Streamlit options) and the style sheet of our own elements."""

from __future__ import annotations

# Quiet paper and ink; one accent. Contrast of text on its ground is at least 4.5 in both (tests/test_page.py).
LIGHT = {
    "primaryColor": "#0f5f78", "backgroundColor": "#fcfbf8", "secondaryBackgroundColor": "#f1efe9", "textColor": "#1c2327",
    "borderColor": "#d9d5cb", "linkColor": "#0f5f78",
}  # fmt: skip
DARK = {
    "primaryColor": "#6fc1d8", "backgroundColor": "#15191c", "secondaryBackgroundColor": "#1f2529", "textColor": "#e8e6e0",
    "borderColor": "#384147", "linkColor": "#7fcbe0",
}  # fmt: skip
SIDEBAR_LIGHT = {"backgroundColor": "#f3f1eb", "secondaryBackgroundColor": "#e8e5dc"}
SIDEBAR_DARK = {"backgroundColor": "#101315", "secondaryBackgroundColor": "#1c2225"}
COMMON = {"baseRadius": "0.45rem", "showWidgetBorder": "true", "headingFontWeights": "[650, 620, 600]", "headingFontSizes": '["1.7rem", "1.3rem", "1.1rem"]'}

MARK_LIGHT, MARK_DARK = "#ffe08a", "#6b5310"


def options() -> dict[str, str]:
    """The theme as Streamlit's options."""
    found = {f"theme.{name}": value for name, value in COMMON.items()}
    for side, colours in (("light", LIGHT), ("dark", DARK), ("light.sidebar", SIDEBAR_LIGHT), ("dark.sidebar", SIDEBAR_DARK)):
        found |= {f"theme.{side}.{name}": value for name, value in colours.items()}
    return found


# `light-dark()` follows the `color-scheme` that Streamlit sets on its root for the chosen theme.
STYLE = f""":root {{--hbc-mark: light-dark({MARK_LIGHT}, {MARK_DARK}); --hbc-line: light-dark({LIGHT["borderColor"]}, {DARK["borderColor"]});
  --hbc-soft: light-dark(#565f64, #a9b1b3); --hbc-card: light-dark(#ffffff, #1b2023); --hbc-accent: light-dark({LIGHT["primaryColor"]}, {DARK["primaryColor"]});
  --hbc-good: light-dark(#1c6b3a, #7ed39b); --hbc-good-bg: light-dark(#e2f3e7, #17341f); --hbc-round: light-dark(#1a5a8a, #8cc4f0); --hbc-round-bg: light-dark(#e2eef9, #132d42);
  --hbc-bad: light-dark(#a3261c, #ff9d92); --hbc-bad-bg: light-dark(#fbe6e3, #43191a); --hbc-none: light-dark(#545a5e, #b6bcbe); --hbc-none-bg: light-dark(#eceae4, #2a3034);
  --hbc-warn: light-dark(#7a4d00, #f0c36a); --hbc-warn-bg: light-dark(#fcf0d6, #3a2c0c);}}
.stApp {{font-variant-numeric: tabular-nums lining-nums;}}
[data-testid="stMainBlockContainer"] {{padding-top: 3.4rem; max-width: 84rem;}}
[data-testid="stBottomBlockContainer"] {{max-width: 84rem; padding-bottom: 1.2rem;}}
[data-testid="stHeader"] {{background: light-dark({LIGHT["backgroundColor"]}, {DARK["backgroundColor"]});}}
.hbc-now {{scroll-margin-top: 4.2rem;}} .hbc-near {{scroll-margin-bottom: 8rem;}}
@media (min-width: 901px) and (max-width: 1500px) {{[data-testid="stMainBlockContainer"], [data-testid="stBottomBlockContainer"] {{padding-left: 2.5rem; padding-right: 2.5rem;}}}}
.hbc-text {{white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.6; margin: 0;}}
.hbc-note {{color: var(--hbc-soft); font-size: .9rem; margin: 0; overflow-wrap: anywhere;}}
.hbc-head {{font-size: .82rem; font-weight: 600; color: var(--hbc-soft); margin: .2rem 0 0 0;}}
.hbc-turn {{display: flex; flex-direction: column; gap: .85rem;}}
.hbc-turn > * {{min-width: 0; width: 100%;}}
.hbc-ask {{border-left: 3px solid var(--hbc-accent); padding: .05rem 0 .05rem .75rem; font-weight: 600; font-size: 1.08rem; line-height: 1.5; margin: .9rem 0 .1rem 0; white-space: pre-wrap; overflow-wrap: anywhere;}}
.hbc-card {{background: var(--hbc-card); border: 1px solid var(--hbc-line); border-radius: .6rem; padding: .85rem 1.1rem .9rem 1.1rem; margin: 0;}}
.hbc-name {{color: var(--hbc-soft); font-size: .95rem; margin: 0; overflow-wrap: anywhere;}}
.hbc-big {{font-size: clamp(1.75rem, 5vw, 2.5rem); font-weight: 650; line-height: 1.2; margin: .1rem 0 .35rem 0; letter-spacing: -.01em; overflow-wrap: anywhere;}}
.hbc-big button.hbc-ref {{font-size: .95rem; vertical-align: .55em; letter-spacing: 0;}}
.hbc-big small {{font-size: .55em; font-weight: 500; letter-spacing: 0;}}
.hbc-chips {{display: flex; flex-wrap: wrap; gap: .35rem; margin: 0; padding: 0;}}
.hbc-chip {{border-radius: 1rem; padding: .08rem .6rem; font-size: .82rem; line-height: 1.45; white-space: nowrap; background: var(--hbc-none-bg); color: var(--hbc-none);}}
.hbc-chip.actual {{background: var(--hbc-good-bg); color: var(--hbc-good);}}
.hbc-chip.estimate {{background: var(--hbc-warn-bg); color: var(--hbc-warn);}}
.hbc-chip.target, .hbc-chip.forecast {{background: var(--hbc-round-bg); color: var(--hbc-round);}}
.hbc-v {{border-radius: .3rem; padding: .05rem .3rem; font-weight: 600; white-space: nowrap;}}
.hbc-v.good {{background: var(--hbc-good-bg); color: var(--hbc-good);}} .hbc-v.round {{background: var(--hbc-round-bg); color: var(--hbc-round);}}
.hbc-v.bad {{background: var(--hbc-bad-bg); color: var(--hbc-bad);}} .hbc-v.none {{background: var(--hbc-none-bg); color: var(--hbc-none);}}
.hbc-v.wrap {{white-space: normal; font-weight: 500;}}
button.hbc-ref {{font: inherit; font-size: .72em; font-weight: 600; min-width: 1.55em; vertical-align: .28em; line-height: 1.45; cursor: pointer; border: 1px solid var(--hbc-line); background: var(--hbc-card); color: var(--hbc-accent); border-radius: .3rem; padding: 0 .32em; margin: 0 .1em;}}
button:is(.hbc-ref, .hbc-cite, .hbc-copy):hover {{border-color: var(--hbc-accent);}}
button.hbc-cite {{font: inherit; font-size: .86rem; line-height: 1.4; text-align: left; max-width: 100%; cursor: pointer; border: 1px solid var(--hbc-line); background: var(--hbc-card); color: inherit; border-radius: .45rem; padding: .2rem .6rem; min-height: 1.95rem;}}
.hbc-sources {{display: flex; flex-wrap: wrap; align-items: center; gap: .35rem;}}
.st-key-cite {{display: none;}}
button.hbc-copy {{font: inherit; font-size: .88rem; cursor: pointer; border: 1px solid var(--hbc-line); background: var(--hbc-card); color: inherit; border-radius: .45rem; padding: .3rem .75rem; min-height: 2.2rem;}}
button:is(.hbc-ref, .hbc-cite, .hbc-copy):focus-visible, .hbc-scroll:focus-visible {{outline: 2px solid var(--hbc-accent); outline-offset: 1px;}}
.hbc-source {{color: var(--hbc-soft); font-size: .85rem; margin: 0 0 .5rem 0; overflow-wrap: anywhere;}}
.hbc-source strong {{color: light-dark({LIGHT["textColor"]}, {DARK["textColor"]}); font-weight: 600;}}
.hbc-source span {{display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden;}}
.hbc-passage {{white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.7; font-size: 1rem;}}
.hbc-read {{max-width: 46rem; font-size: 1.05rem; line-height: 1.75;}}
.hbc-read p, .hbc-read pre {{margin: 0 0 .9rem 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit;}}
.hbc-read .hbc-title {{font-weight: 650; font-size: 1.12em; margin-top: 1.2rem;}}
.hbc-mark, .hbc-passage mark, .hbc-table mark, .hbc-read mark {{background: var(--hbc-mark); color: inherit; border-radius: .15rem; padding: .06rem 0; box-decoration-break: clone; -webkit-box-decoration-break: clone;}}
.hbc-scroll {{overflow-x: auto; margin-bottom: .6rem;}}
.hbc-table {{border-collapse: collapse; font-size: .9rem; width: 100%;}}
.hbc-table caption {{caption-side: top; text-align: left; color: var(--hbc-soft); padding-bottom: .35rem;}}
.hbc-table th {{text-align: left; font-weight: 600; color: var(--hbc-soft); font-size: .84rem;}}
.hbc-table th, .hbc-table td {{border: 0; border-bottom: 1px solid var(--hbc-line); padding: .32rem .6rem .32rem 0; vertical-align: top;}}
.hbc-table td.n, .hbc-table th.n {{text-align: right; white-space: nowrap;}}
.hbc-facts td:nth-child(3) {{white-space: nowrap;}}
.hbc-table button.hbc-ref {{font-size: .85rem; min-width: 1.65rem; line-height: 1.55rem; vertical-align: baseline;}}
.hbc-table tr.sum td {{font-weight: 650; border-bottom: 0;}}
.st-key-source_auto, .st-key-source_asked {{max-height: calc(100vh - 12rem); overflow-y: auto; background: var(--hbc-card); border: 1px solid var(--hbc-line); border-radius: .6rem; padding: .9rem 1.1rem;}}
[data-testid="stColumn"]:has(.st-key-source_auto, .st-key-source_asked) {{position: sticky; top: 4.2rem; align-self: flex-start;}}
[class*="st-key-slot-"] button {{min-height: 1.95rem; padding: .1rem .6rem;}}
[class*="st-key-slot-"] button p {{font-size: .86rem;}}
[class*="st-key-suggestion-"] button, [class*="st-key-example-"] button, [class*="st-key-choice-"] button {{text-align: left; height: auto;}}
[class*="st-key-suggestion-"] button p, [class*="st-key-example-"] button p, [class*="st-key-choice-"] button p {{white-space: normal;}}
[data-testid="stSidebar"] [class*="st-key-talk-"] button {{justify-content: flex-start; text-align: left;}}
[data-testid="stSidebar"] [class*="st-key-talk-"] button * {{justify-content: flex-start; min-width: 0;}}
[data-testid="stSidebar"] [class*="st-key-talk-"] button p {{overflow: hidden; text-overflow: ellipsis; white-space: nowrap;}}
[data-testid="stBaseButton-primary"], [data-testid="stBaseButton-primary"] * {{color: light-dark(#ffffff, #0b1a1f);}}
.st-key-outline button {{justify-content: flex-start; text-align: left; min-height: 0; padding: .2rem .5rem; height: auto;}}
.st-key-outline button * {{justify-content: flex-start; text-align: left;}}
.st-key-outline button > div {{width: 100%;}}
.st-key-outline button p {{font-size: .9rem; line-height: 1.35;}}
.st-key-outline [class*="st-key-go-3"] button {{padding-left: 1.3rem;}} .st-key-outline [class*="st-key-go-4"] button {{padding-left: 2.1rem;}}
.st-key-outline-few {{display: none;}}
[data-testid="stFileUploaderDropzoneInstructions"] * {{display: none;}}
[data-testid="stFileUploaderDropzoneInstructions"]::after {{content: "Kéo tệp vào đây · .txt, .md, .docx, .pdf, .html, tối đa 20 MB"; font-size: .85rem;}}
[data-testid="stFileUploaderDropzone"] button:not([data-testid="stFileChip"] *) :is(p, span:not([data-testid="stIconMaterial"])) {{font-size: 0;}}
[data-testid="stFileUploaderDropzone"] button:not([data-testid="stFileChip"] *) {{width: auto;}}
[data-testid="stFileUploaderDropzone"] button:not([data-testid="stFileChip"] *)::after {{content: "Chọn tệp"; font-size: .9rem; white-space: nowrap;}}
/* English words beside ours: "Press Enter to apply", a table's own search and full screen. */
[data-testid="InputInstructions"], [data-testid="stElementToolbar"] {{display: none;}}
[role="option"][style="display: contents;"] > span {{font-size: 0;}}
[role="option"][style="display: contents;"] > span::after {{content: "Không có mục nào như vậy"; font-size: .9rem;}}
/* A popover hangs outside the root that has the colour scheme. */
[data-testid="stPopoverBody"] :is(.hbc-head, .hbc-note, .hbc-text, .hbc-table th, .hbc-table td) {{color: inherit;}}
.hbc-skeleton {{height: 1.1rem; border-radius: .3rem; background: linear-gradient(90deg, var(--hbc-none-bg) 25%, var(--hbc-line) 50%, var(--hbc-none-bg) 75%); background-size: 200% 100%; animation: hbc-wait 1.6s linear infinite; margin: .55rem 0;}}
@keyframes hbc-wait {{from {{background-position: 200% 0;}} to {{background-position: -200% 0;}}}}
@media (prefers-reduced-motion: reduce) {{.hbc-skeleton {{animation: none;}}}}
@media (max-width: 900px) {{
  [data-testid="stColumn"]:has(.st-key-source_auto, .st-key-source_asked) {{position: static;}}
  [data-testid="stMainBlockContainer"] {{padding-left: 1rem; padding-right: 1rem;}}
  .hbc-facts tr {{display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline; border-bottom: 1px solid var(--hbc-line); padding: .35rem 0;}}
  .hbc-facts tr:has(th) {{display: none;}}
  .hbc-facts td, .hbc-facts td.n {{border: 0; padding: 0; text-align: left;}}
  .hbc-facts td:nth-child(2) {{flex: 1 1 60%;}}
  [class*="st-key-slot-"] [data-testid="stPopoverButton"] p {{font-size: 0;}} [class*="st-key-slot-"] [data-testid="stPopoverButton"] p strong {{font-size: .86rem;}}
  .st-key-outline {{display: none;}} .st-key-outline-few {{display: flex;}}
  .st-key-source_auto {{display: none;}}
  .st-key-source_asked {{position: fixed; z-index: 1000; left: 0; right: 0; bottom: 0; top: auto; max-height: 62vh; width: 100vw !important; border-radius: .9rem .9rem 0 0; box-shadow: 0 -6px 28px rgba(0,0,0,.28); padding-bottom: 1.2rem;}}
}}
@media print {{[data-testid="stSidebar"], [data-testid="stBottom"], [data-testid="stHeader"], .st-key-source_auto, button {{display: none !important;}}}}
"""


__all__ = ["DARK", "LIGHT", "STYLE", "options"]
