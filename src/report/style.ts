/** Style sheet of the report and of the index: one column of type on paper, colour only where it means something. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9;
  --panel: #f5f2eb;
  --ink: #22252a;
  --quiet: #5a616b;
  --rule: #dcd7cc;
  --accent: #2b5f8c;
  --sign: #8a3b12;
  --serif: Charter, 'Bitstream Charter', 'Iowan Old Style', 'Source Serif 4', Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
  --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace;
  --mark-ink: 75% 22%;
  --mark-paper: 72% 92%;
  --mark-line: 48% 46%;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15171b;
    --panel: #1e2126;
    --ink: #e3e1dc;
    --quiet: #a4aab3;
    --rule: #383c44;
    --accent: #8fbbe3;
    --sign: #f0b088;
    --mark-ink: 70% 86%;
    --mark-paper: 34% 21%;
    --mark-line: 45% 58%;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 100%/1.55 var(--sans); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 82rem; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; overflow-wrap: break-word; }
[hidden] { display: none !important; }
h1 { font: 600 clamp(1.5rem, 1.1rem + 1.6vw, 2.2rem)/1.2 var(--serif); margin: 0; text-wrap: balance; unicode-bidi: isolate; }
h2 { font: 600 .8rem/1.4 var(--sans); letter-spacing: .07em; text-transform: uppercase; color: var(--quiet); margin: 0 0 .75rem; }
h3 { font: 600 .9rem/1.4 var(--sans); margin: 1.1rem 0 .5rem; }
details { margin-top: .5rem; }
summary { color: var(--accent); cursor: pointer; font-size: .9rem; width: fit-content; }
details caption { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; width: 1px; }
p { margin: 0 0 .6rem; }
a { color: var(--accent); }
code { font: .88em/1.4 var(--mono); overflow-wrap: anywhere; }
header { margin-bottom: 1.5rem; }
header nav { font-size: .9rem; margin-bottom: .5rem; }
header p { margin: .35rem 0 0; }
footer { border-top: 1px solid var(--rule); color: var(--quiet); font-size: .85rem; margin-top: 3rem; padding-top: 1rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.quiet, .facts, .hint { color: var(--quiet); }
.facts, .hint { font-size: .9rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.sign { border: 1px solid currentColor; border-radius: 3px; color: var(--sign); font: .68em/1.2 var(--mono); padding: 0 .2em; unicode-bidi: isolate; white-space: nowrap; text-decoration: none; }

.bar { display: block; height: .5rem; width: 100%; border-radius: 99px; overflow: hidden; }
.bar .track { fill: var(--rule); }
.bar .value { fill: var(--accent); }

.verdict { display: grid; gap: 2rem 3rem; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); border-block: 1px solid var(--rule); padding: 1.5rem 0; margin-bottom: 1.75rem; }
.verdict > :only-child { grid-column: 1 / -1; max-width: 42rem; }
.verdict .figure { display: flex; align-items: baseline; flex-wrap: wrap; gap: .25rem .9rem; margin-bottom: .9rem; }
.verdict .figure strong { font: 600 2.6rem/1 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.verdict .figure span { flex: 1 1 14rem; line-height: 1.5; }
.verdict .bar { margin-bottom: .9rem; }
.caution { border-left: 3px solid var(--accent); font: italic 1rem/1.6 var(--serif); margin: 1.1rem 0 0; padding-left: .9rem; }
table { border-collapse: collapse; font-size: .9rem; width: 100%; }
caption { color: var(--quiet); font-size: .9rem; padding-bottom: .5rem; text-align: left; }
th, td { border-bottom: 1px solid var(--rule); font-weight: 400; padding: .3rem .75rem .3rem 0; text-align: left; vertical-align: baseline; }
thead th { color: var(--quiet); font-size: .8rem; }
th.number, td.number { text-align: right; }
.pairs th[scope=row], .pairs td.quiet { font-family: var(--serif); font-size: 1rem; unicode-bidi: isolate; }
.pairs th, .pairs td { padding-block: .18rem; }
.pairs .weight { width: 40%; padding-right: 0; }
.weight > div { display: flex; align-items: center; gap: .7rem; }
.weight .bar { flex: 1; margin: 0; min-width: 2rem; }
.weight .bar + span { color: var(--quiet); font-variant-numeric: tabular-nums; min-width: 2.4em; text-align: right; }
.phrases { display: flex; flex-wrap: wrap; font-family: var(--serif); gap: .2rem .6rem; list-style: none; margin: 0; padding: 0; }
.phrases li { background: var(--panel); border-radius: 4px; padding: .05rem .5rem; unicode-bidi: isolate; }

.controls { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: end; background: var(--panel); border-radius: 10px; margin-bottom: 2rem; padding: 1.1rem 1.25rem; }
fieldset { border: 0; margin: 0; min-width: 0; padding: 0; }
legend, .least label { color: var(--quiet); font-size: .8rem; margin-bottom: .35rem; padding: 0; }
.segments { display: inline-flex; border: 1px solid var(--rule); border-radius: 8px; background: var(--paper); overflow: hidden; }
.segments label { position: relative; }
.segments input { position: absolute; opacity: 0; inset: 0; margin: 0; width: 100%; height: 100%; cursor: pointer; }
.segments span { display: block; padding: .4rem .85rem; font-size: .92rem; }
.segments label + label { border-left: 1px solid var(--rule); }
.segments input:checked + span { background: var(--accent); color: var(--paper); }
.segments input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: -4px; }
.segments input:checked:focus-visible + span { outline-color: var(--paper); }
.types { flex: 1 1 20rem; }
.choices { display: flex; flex-wrap: wrap; gap: .35rem 1rem; }
.choices label { display: inline-flex; align-items: center; gap: .4rem; font-size: .92rem; min-height: 1.75rem; cursor: pointer; }
input[type=checkbox] { accent-color: var(--accent); inline-size: 1rem; block-size: 1rem; margin: 0; }
input[type=range] { accent-color: var(--accent); inline-size: 11rem; margin: 0; }
.least { display: grid; grid-template-columns: auto auto; gap: 0 .75rem; align-items: center; min-height: 3.2rem; }
.least label { grid-column: 1 / -1; }
output { font-variant-numeric: tabular-nums; font-size: .92rem; }
.actions { display: flex; flex: 1 1 100%; flex-wrap: wrap; align-items: center; gap: .6rem; }
.controls .hint { flex: 1 1 100%; margin: 0; max-width: 68rem; }
button { background: var(--accent); border: 1px solid var(--accent); border-radius: 8px; color: var(--paper); cursor: pointer; font: 500 .92rem/1.3 var(--sans); padding: .5rem .9rem; }
button:hover { filter: brightness(1.08); }
button.plain { background: transparent; border-color: var(--rule); color: var(--ink); }
#status { color: var(--quiet); font-size: .92rem; margin: 0 0 0 .4rem; }

.texts { font: 1.0625rem/1.75 var(--serif); }
.row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 clamp(1.5rem, 4vw, 3.5rem); position: relative; }
.row p { margin: 0 0 1rem; tab-size: 4; unicode-bidi: isolate; white-space: pre-wrap; text-wrap: pretty; overflow-wrap: anywhere; }
.row.passage::before { background: var(--accent); border-radius: 2px; content: ''; inset: .4rem auto 1.2rem -1rem; position: absolute; width: 3px; }
.heads { border-bottom: 1px solid var(--rule); margin-bottom: 1rem; }
.heads h2 { margin-bottom: .4rem; }
.inline-only, [data-view=inline] .side-only { display: none; }
[data-view=inline] .inline-only { display: inline; }
[data-view=inline] .observed { display: none; }
[data-view=inline] .row { display: block; max-width: 44rem; margin-inline: auto; }

.mark { border-radius: 3px; cursor: pointer; unicode-bidi: isolate; --hue: 210; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.mark del, .mark ins { text-decoration: none; }
.applied del, .applied ins { background: hsl(var(--hue) var(--mark-paper)); border-radius: 3px; box-decoration-break: clone; -webkit-box-decoration-break: clone; color: hsl(var(--hue) var(--mark-ink)); padding: .08em .14em; }
.applied ins { border-bottom: 2px solid hsl(var(--hue) var(--mark-line)); border-end-start-radius: 0; border-end-end-radius: 0; }
.suggested del, .suggested ins { border-bottom: 2px dotted hsl(var(--hue) var(--mark-line)); }
.gap, .observed .mark ins, .restored .applied del, .restored .suggested ins, .mark.filtered ins { display: none; }
.mark.filtered { cursor: auto; }
.nothing { font-size: .8em; opacity: .8; }
[data-view=inline] .applied del { background: none; border: 0; color: var(--quiet); display: inline; text-decoration: line-through; text-decoration-thickness: 1px; padding: 0; }
[data-view=inline] .mark:not(.filtered) .gap { display: inline; }
[data-view=inline] .suggested:not(.filtered) ins { border: 0; color: var(--quiet); display: inline; font-style: italic; font-size: .9em; }
[data-view=inline] .suggested ins::before { content: '('; }
[data-view=inline] .suggested ins::after { content: '?)'; }
.mark.linked del, .mark.linked ins { box-shadow: 0 0 0 2px hsl(var(--hue) var(--mark-line)); }
.mark.filtered del, .mark.filtered.linked del { background: none; border: 0; box-shadow: none; color: inherit; display: inline !important; padding: 0; text-decoration: none !important; margin: 0 !important; }
.type-term { --hue: 338; } .type-lexical { --hue: 210; } .type-function { --hue: 264; } .type-demonym { --hue: 26; } .type-idiom { --hue: 300; }
.type-abbrev { --hue: 178; } .type-markup { --hue: 12; } .type-grammar { --hue: 46; } .type-order { --hue: 80; } .type-punct { --hue: 110; }
.type-repeat { --hue: 355; } .type-possessive { --hue: 148; } .type-sense { --hue: 236; }
.badge { background: hsl(var(--hue, 210) var(--mark-paper)); border-bottom: 2px solid hsl(var(--hue, 210) var(--mark-line)); border-radius: 4px 4px 0 0; color: hsl(var(--hue, 210) var(--mark-ink)); font-size: .88rem; line-height: 1.35; padding: .05rem .45rem; }

.reasons ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 0 3rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); }
.reason { border-top: 1px solid var(--rule); padding: 1rem 0; break-inside: avoid; }
.change { font: 1.12rem/1.5 var(--serif); margin: 0 0 .4rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.change del { color: var(--quiet); text-decoration-thickness: 1px; unicode-bidi: isolate; }
.change ins { font-weight: 600; text-decoration: none; unicode-bidi: isolate; }
.change ins:empty::before { content: 'nothing'; font-style: italic; font-weight: 400; }
.change del:empty::before { content: 'nothing'; font-style: italic; }
.arrow { color: var(--quiet); }
.reason .facts, .card .facts { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .8rem; margin: 0 0 .6rem; }
dl { display: grid; font-size: .9rem; gap: .2rem .9rem; grid-template-columns: auto minmax(0, 1fr); margin: 0 0 .7rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
dd ul { list-style: none; margin: 0; padding: 0; }
dd q { font-family: var(--serif); font-size: 1.02rem; unicode-bidi: isolate; }
.card { background: var(--paper); border: 1px solid var(--rule); border-top: 4px solid hsl(var(--hue, 210) var(--mark-line)); border-radius: 10px; box-shadow: 0 10px 34px rgb(0 0 0 / .22); left: 0; max-width: min(27rem, calc(100vw - 2rem)); padding: .9rem 1.1rem 1rem; position: absolute; top: 0; z-index: 2; }
.card .buttons, .reason .buttons { display: flex; gap: .6rem; }
.reason .close { display: none; }
.reason .toggle { background: none; border-color: var(--rule); color: var(--ink); font-size: .85rem; padding: .3rem .7rem; }

.plots { display: grid; gap: 1.5rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); margin-bottom: 2.5rem; }
.plot { margin: 0; }
.plot figcaption { color: var(--quiet); font-size: .9rem; margin-bottom: .5rem; }
.plot svg { display: block; max-width: 26rem; width: 100%; }
.plot text { fill: var(--quiet); font: 10.5px var(--sans); text-anchor: middle; font-variant-numeric: tabular-nums; }
.plot .number { fill: var(--ink); }
.plot .value { fill: var(--accent); }
.plot .value[class*=type-] { fill: hsl(var(--hue) var(--mark-line)); }
.plot .floor { stroke: var(--rule); }
.scroll { overflow-x: auto; }
.documents { font-size: .95rem; }
.documents td, .documents th { padding: .45rem .6rem; }
.documents th:first-child { padding-left: 0; }
.documents th[scope=row] { overflow-wrap: anywhere; min-width: 9rem; unicode-bidi: isolate; }
.documents th button { background: none; border: 0; color: inherit; font-size: .8rem; padding: .2rem 0; text-align: inherit; }
.documents th button::after { content: ' \\2195'; }
.documents th[aria-sort=ascending] button::after { content: ' \\2191'; }
.documents th[aria-sort=descending] button::after { content: ' \\2193'; }
.documents th[aria-sort=ascending], .documents th[aria-sort=descending] { color: var(--ink); }
.documents tbody tr:hover { background: var(--panel); }

@media (max-width: 46rem) {
  .verdict { grid-template-columns: minmax(0, 1fr); }
  [data-view=side] .row { grid-template-columns: minmax(0, 1fr); }
  [data-view=side] .row:not(.heads) { border-bottom: 1px solid var(--rule); margin-bottom: 1rem; }
  [data-view=side] .heads { display: none; }
  [data-view=side] .row .observed { margin-bottom: .4rem; color: var(--quiet); font-size: 1rem; }
  .segments { display: flex; }
  .segments label { flex: 1 1 auto; text-align: center; }
  .segments span { padding-inline: .5rem; white-space: nowrap; }
  .verdict .figure { display: block; }
  .verdict .figure strong { display: block; margin-bottom: .5rem; }
  #status { flex: 1 1 100%; margin: 0; }
  .views { flex: 1 1 100%; }
  .least, input[type=range] { flex: 1 1 100%; inline-size: 100%; }
  .least { grid-template-columns: minmax(0, 1fr) auto; }
  .card:not([hidden]) { border-radius: 14px 14px 0 0; inset: auto 0 0 0 !important; max-height: 70vh; max-width: none; overflow-y: auto; position: fixed; }
  .row.passage::before { left: -.6rem; }
}
@media (forced-colors: active) {
  .applied ins { border-bottom: 2px solid; }
  .applied del { text-decoration: line-through; }
  .bar .value, .plot .value { fill: Highlight; }
  .bar .track { fill: GrayText; }
  .segments input:checked + span { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
@media print {
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  .controls, .card, footer, header nav, .buttons, summary { display: none !important; }
  .verdict, .row, .plot { break-inside: avoid; }
  .mark del, .mark ins, .badge, .bar, .plot { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .texts { font-size: 1rem; line-height: 1.6; }
}
`;
