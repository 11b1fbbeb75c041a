/** Light and dark by what the reader's system says. Every text has a contrast of at least 7 to 1 on what is behind it. */
export const STYLE = `:root{color-scheme:light dark;--back:#fff;--card:#f5f7f9;--text:#16191d;--dim:#414952;--line:#b9c1c9;--good:#07552c;--bad:#a3121a;--open:#5f3a00}
@media (prefers-color-scheme:dark){:root{--back:#0e1116;--card:#171c23;--text:#eef1f4;--dim:#c0c8d0;--line:#444d57;--good:#5fd699;--bad:#ff9b9b;--open:#f2c063}}
*{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:64rem;margin:0 auto;padding:1rem}h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.25rem;margin:2rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:0 0 .5rem}
p{margin:.5rem 0}.none,footer,caption,.label{color:var(--dim)}a{color:inherit}
.cards{list-style:none;margin:0;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr))}.cards li,article{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin-bottom:1rem}.cards li{margin:0}
dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.25rem 1rem;margin:.5rem 0}dt{color:var(--dim)}dd{margin:0}
.badge{display:inline-block;padding:0 .5rem;border:1px solid;border-left-width:.35rem;border-radius:.25rem;font-weight:600}.good{color:var(--good)}.bad{color:var(--bad)}.open{color:var(--open)}.plain{color:var(--dim)}
.bar{display:block;width:100%;height:.5rem;margin:.5rem 0;border-radius:.25rem}.rest{fill:var(--line)}.left{fill:var(--good)}
table{width:100%;border-collapse:collapse}caption{text-align:left;padding-bottom:.25rem}th,td{text-align:left;vertical-align:top;padding:.4rem .5rem .4rem 0;border-bottom:1px solid var(--line);font-weight:400}thead th{font-weight:600}.label{display:none}
@media (max-width:44rem){table,tbody,tr,th,td,caption{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{padding:.5rem 0;border-bottom:1px solid var(--line)}th,td{border:0;padding:.1rem 0}tbody th{font-weight:600}.label{display:inline-block;min-width:8rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@media print{body{background:#fff;color:#000}.cards li,article,tr{break-inside:avoid}}`;
