import type { ReactNode } from 'react';
import { safeLink } from '../../domain/store-link.ts';

const LIMIT = 20_000;
const INLINE = /(`[^`\n]{1,200}`|\*\*[^*\n]{1,300}\*\*|\[[^\]\n]{1,200}\]\([^)\s]{1,500}\))/;

/** Code, strong text and links; anything else stays text. A link that is not safe stays text, too. */
function inline(text: string): ReactNode[] {
  return text.split(INLINE).map((part, at) => {
    if (part.startsWith('`') && part.length > 2) return <code key={at}>{part.slice(1, -1)}</code>;
    if (part.startsWith('**') && part.length > 4)
      return <strong key={at}>{part.slice(2, -2)}</strong>;
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
    const target = link?.[2] === undefined ? null : safeLink(link[2]);
    if (!link || target?.kind !== 'link') return part;
    return (
      <a
        key={at}
        href={target.href}
        target="_blank"
        rel="noopener noreferrer"
        referrerPolicy="no-referrer"
      >
        {link[1]}
      </a>
    );
  });
}

/**
 * A vendor's release notes: headings, lists, code, strong text and links of Markdown, as elements and never as
 * HTML. No pictures: one fetched from elsewhere would tell its server who looks.
 */
export function Notes({ text }: { readonly text: string }) {
  const blocks: ReactNode[] = [];
  let items: ReactNode[] = [];
  const closeList = () => {
    if (items.length > 0) blocks.push(<ul key={blocks.length}>{items}</ul>);
    items = [];
  };
  for (const line of text.slice(0, LIMIT).split(/\r?\n/)) {
    const item = /^\s{0,3}[-*+]\s+(.*)$/.exec(line);
    const heading = /^\s{0,3}#{1,6}\s+(.*)$/.exec(line);
    if (item) items.push(<li key={items.length}>{inline(item[1] ?? '')}</li>);
    else {
      closeList();
      if (heading)
        blocks.push(
          <p key={blocks.length} className="upkeep-notes-head">
            {inline(heading[1] ?? '')}
          </p>,
        );
      else if (line.trim() !== '') blocks.push(<p key={blocks.length}>{inline(line)}</p>);
    }
  }
  closeList();
  return (
    <div className="upkeep-notes" dir="auto">
      {blocks}
    </div>
  );
}
