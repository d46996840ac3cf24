/** The store's look: `GET /checkout.css`. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --paper: light-dark(#f6f5f1, #191b1f);
  --card: light-dark(#fff, #23262c);
  --ink: light-dark(#23262c, #ecebe6);
  --soft: light-dark(#62666e, #a5a8b0);
  --line: light-dark(#e3e1da, #363a42);
  --accent: light-dark(#1f6f5c, #6fcdb3);
  --on-accent: light-dark(#fff, #10231e);
}
* { box-sizing: border-box; }
body {
  min-height: 100vh;
  margin: 0;
  padding: 1.5rem;
  display: grid;
  grid-template-rows: auto 1fr auto;
  gap: 1.5rem;
  justify-items: center;
  font: 1rem/1.5 system-ui, sans-serif;
  color: var(--ink);
  background: var(--paper);
}
header, footer, main { width: 100%; max-width: 32rem; }
header { display: flex; justify-content: space-between; align-items: baseline; }
.brand { margin: 0; font: 600 1.25rem/1.2 Georgia, serif; letter-spacing: -.01em; }
.stage, footer, small, .reference { margin: 0; color: var(--soft); font-size: .875rem; }
main {
  align-self: start;
  padding: 2rem;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: .75rem;
}
h1 { margin: 0 0 1rem; font: 600 1.5rem/1.25 Georgia, serif; }
h1:focus { outline: none; }
.lead { margin: 0 0 1.25rem; }
.lines { margin: 0; padding: 0; list-style: none; }
.lines li, .total { display: flex; justify-content: space-between; gap: 1.5rem; }
.lines li { padding: .75rem 0; border-top: 1px solid var(--line); }
.lines span:last-child, .total span:last-child { font-variant-numeric: tabular-nums; white-space: nowrap; }
small { display: block; }
.total { margin: 0 0 1.5rem; padding: .75rem 0; border-block: 1px solid var(--line); font-weight: 600; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; }
button {
  padding: .6rem 1.1rem;
  font: inherit;
  color: inherit;
  background: none;
  border: 1px solid var(--line);
  border-radius: .5rem;
  cursor: pointer;
}
button.main { color: var(--on-accent); background: var(--accent); border-color: transparent; font-weight: 600; }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.notice { padding: .75rem 1rem; background: var(--paper); border-radius: .5rem; }
code { font: .95em ui-monospace, monospace; overflow-wrap: anywhere; }
`;
