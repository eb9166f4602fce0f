// The style of every page, inlined: light and dark, phone to wide screen, A4. Nothing is told by colour alone.

/** The style sheet. */
export const style = `
:root{color-scheme:light dark;--paper:#f7f5f0;--card:#fff;--ink:#1b2330;--soft:#4a5563;--line:#dcd8cf;--shown:#0b639c;--missed:#8a5200;--violated:#ab2418;--na:#6b7280;
--band:rgba(11,99,156,.17);--hard-band:rgba(171,36,24,.12);--mark:#cfe5f6;--mark-client:#ffe1ad;--tint:#eef4f9;--warn:#fdf3e0;--fill-shown:#3b8fc4;--fill-missed:#e9b872;--fill-violated:#c9503f;--fill-na:#e4e1da;--on-fill:#101820}
@media (prefers-color-scheme:dark){:root{--paper:#12161b;--card:#1b2128;--ink:#e9ecef;--soft:#b0bac5;--line:#38424d;--shown:#7cc0f0;--missed:#f0b968;--violated:#ff9a8b;--na:#a3adb8;
--band:rgba(124,192,240,.2);--hard-band:rgba(255,154,139,.16);--mark:#1f4a6b;--mark-client:#5d430f;--tint:#1f2a35;--warn:#33290f;--fill-shown:#4d9fd3;--fill-missed:#c18b36;--fill-violated:#d9604e;--fill-na:#3a434d;--on-fill:#0b0f14}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;overflow-wrap:anywhere}
main,header.top,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
a{color:var(--shown);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--shown);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:2}
nav.top ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:.75rem 0}
.eyebrow{margin:1.25rem 0 0;color:var(--soft);font-size:.875rem;letter-spacing:.03em}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.4rem);line-height:1.2;margin:.1rem 0 .25rem}
h2{font-size:1.35rem;line-height:1.25;margin:0 0 .35rem}
h3{font-size:1.08rem;line-height:1.3;margin:0 0 .35rem}
h4{font-size:.95rem;margin:1rem 0 .25rem}
p{margin:.35rem 0}
.lead,.meta{color:var(--soft)}
.meta{font-size:.9rem}
section{margin:2.25rem 0}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.1rem}
.brief{border-left:.4rem solid var(--shown);font-size:1.08rem}
.warn{background:var(--warn)}
.grid{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));margin-top:.9rem}
.choices{display:grid;gap:1rem;margin-top:.9rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));align-items:start}
.good{border-top:.3rem solid var(--fill-shown)}.work{border-top:.3rem solid var(--fill-missed)}
.figure-line{font-size:.95rem;margin:.1rem 0}
.tag{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .55rem;font-size:.8rem;color:var(--soft);white-space:nowrap;font-weight:400}
th .tag,td .tag{margin-left:.4rem}
td:has(>.bar){width:44%}
.say{background:var(--tint);border-radius:.5rem;padding:.6rem .8rem;margin:.75rem 0}
.say ul{margin:.25rem 0;padding-left:1.1rem}.say p{margin:.15rem 0}
.say b,.label{font-weight:650}
figure{margin:.9rem 0 0}
figcaption{font-size:.85rem;color:var(--soft);margin-bottom:.2rem}
ol.turns{list-style:none;margin:0;padding:0}
ol.turns li{padding:.35rem .6rem;border-left:.2rem solid var(--line);white-space:pre-line;font-size:.95rem}
ol.turns li.focus{border-left-color:var(--shown);background:var(--tint)}
.who{display:block;font-size:.78rem;color:var(--soft);white-space:normal}
mark{background:var(--mark);color:inherit;border-radius:.2em;padding:0 .1em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.client{background:var(--mark-client);text-decoration:underline dotted;text-underline-offset:.2em}
table{border-collapse:collapse;width:100%;font-size:.95rem;background:var(--card)}
caption{text-align:left;color:var(--soft);font-size:.9rem;padding:.25rem 0}
th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:middle}
thead th{overflow-wrap:normal;hyphens:auto;font-size:.85rem;color:var(--soft);border-bottom:2px solid var(--line);vertical-align:bottom}
.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .num{white-space:normal}.grid>*{min-width:0}
tr.section th{padding-top:1rem;font-size:.95rem}
.scroll{overflow-x:auto;margin:.6rem 0 0;border:1px solid var(--line);border-radius:.6rem;background:var(--card)}
.bar{display:flex;min-width:7rem;height:1.35rem;border-radius:.25rem;overflow:hidden;border:1px solid var(--line)}
.bar span{display:flex;align-items:center;justify-content:center;font-size:.75rem;color:var(--on-fill);min-width:0;overflow:hidden}
.f-shown{background:var(--fill-shown)}
.f-missed{background:repeating-linear-gradient(45deg,var(--fill-missed) 0 5px,var(--card) 5px 7px)}
.f-violated{background:var(--fill-violated)}
.f-na{background:var(--fill-na)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.2rem;list-style:none;padding:0;margin:.5rem 0;font-size:.9rem}
.legend i{display:inline-block;width:1.1em;height:1.1em;border-radius:.2em;vertical-align:-.2em;margin-right:.4em;border:1px solid var(--line)}
.v-shown{color:var(--shown)}.v-missed{color:var(--missed)}.v-violated{color:var(--violated)}.v-na{color:var(--na)}
.chart{display:block;width:100%;height:auto;max-width:30rem}
.strip{position:relative;height:1.1rem;min-width:9rem;background:linear-gradient(var(--line),var(--line)) center/100% 2px no-repeat}
.strip i{position:absolute;top:.2rem;height:.7rem;background:var(--band);border:1px solid var(--shown);border-radius:.35rem}
.strip b{position:absolute;top:0;width:3px;height:1.1rem;background:var(--shown);margin-left:-1px}
.heat td{text-align:center;font-variant-numeric:tabular-nums;border:1px solid var(--card);padding:.3rem .4rem;min-width:2.9rem}
.heat thead th{writing-mode:vertical-rl;text-orientation:sideways;transform:rotate(180deg);padding:.4rem .15rem;white-space:nowrap;text-align:left}
.heat thead th:first-child{writing-mode:horizontal-tb;transform:none}
.heat tbody th{position:sticky;left:0;background:var(--card);max-width:11rem;font-weight:500}
.h0{background:#b5523c;color:#fff}.h1{background:#e3a27f;color:#111}.h2{background:#f3e6d3;color:#111}.h3{background:#a9cde6;color:#111}.h4{background:#2873a8;color:#fff}
.transcript{display:grid;gap:.35rem;list-style:none;margin:0;padding:0}
.transcript>li{display:grid;grid-template-columns:3.2rem minmax(0,1fr) minmax(8rem,13rem);gap:.2rem .8rem;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .7rem}
.transcript>li.client{background:transparent}
.transcript>li.flag-negative{border-left:.35rem double var(--violated)}.transcript>li.flag-positive{border-left:.35rem solid var(--shown)}
.transcript>li:target{outline:3px solid var(--shown)}
.transcript .no{color:var(--soft);font-size:.85rem}
.transcript .text{white-space:pre-line}
.margin{font-size:.82rem;color:var(--soft);list-style:none;margin:0;padding:0}
.notes{font-size:.9rem;color:var(--soft)}.notes li{margin:.3rem 0}
sup a{text-decoration:none;padding:0 .15em}
footer{padding-top:1.5rem;padding-bottom:2rem;color:var(--soft);font-size:.85rem}
.csv{font-size:.85rem}
ul.plain{list-style:none;padding:0;margin:.3rem 0}
ul.names{columns:16rem;list-style:none;padding:0}ul.names li{padding:.2rem 0;break-inside:avoid}
@media (max-width:46rem){th,td{padding:.35rem .3rem}table:not(.heat) thead th{overflow-wrap:anywhere;font-size:.78rem}.transcript>li{grid-template-columns:2.2rem minmax(0,1fr)}.transcript .margin{grid-column:2}
.fold thead{position:absolute;left:-999rem}.fold tr{display:grid;grid-template-columns:1fr auto;gap:.1rem .8rem;padding:.5rem .7rem;border-bottom:1px solid var(--line)}
.fold tr.section{display:block}.fold th,.fold td{border:0;padding:.1rem 0;min-width:0}.fold td[data-label]::before{content:attr(data-label) " ";color:var(--soft);font-size:.85rem}
.fold .wide{grid-column:1/-1}.fold .num{text-align:left;white-space:normal}}
@media print{@page{size:A4;margin:14mm 13mm}:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#bbb;--shown:#0b639c;--missed:#8a5200;--violated:#ab2418;--na:#555;--band:rgba(11,99,156,.17);--hard-band:rgba(171,36,24,.12);--mark:#cfe5f6;--mark-client:#ffe1ad;--tint:#f1f5f8;--warn:#fdf3e0;--fill-shown:#3b8fc4;--fill-missed:#e9b872;--fill-violated:#c9503f;--fill-na:#e4e1da;--on-fill:#000}
body{font-size:9pt;line-height:1.4}.chart{max-width:17rem}nav.top,.csv,.skip{display:none}a{color:inherit;text-decoration:none}main,header.top,footer{max-width:none;padding:0}section{margin:1.1rem 0}
.card{border-radius:0}.brief,.warn{break-inside:avoid}.choices{display:block;columns:2;column-gap:6mm}.choices .card{margin-bottom:.7rem;border-width:0;border-top-width:2pt;padding:.4rem 0}ol.turns li{padding:.15rem .4rem;font-size:8.5pt}.who{font-size:7.5pt}figure,tr,.say,.transcript>li,.grid .card{break-inside:avoid}h2,h3,h4,figcaption{break-after:avoid}.scroll{overflow:visible;border:0}
.grid{grid-template-columns:1fr 1fr}.bar,.f-shown,.f-missed,.f-violated,.f-na,.heat td,mark,.say,.strip,.strip i,.strip b,.focus,.legend i{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.heat{font-size:7.5pt}.heat td{min-width:0;padding:.15rem}.heat tbody th{position:static}}
`;
