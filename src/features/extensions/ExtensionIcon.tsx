/** Initials on a color of their own, the same every time: no picture is fetched from anywhere. */
export function ExtensionIcon({ name, of }: { readonly name: string; readonly of: string }) {
  const initials = name
    .split(/[\s\-_/.]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toUpperCase();
  let hash = 0;
  for (const letter of of) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 6;
  return (
    <span className={`upkeep-icon upkeep-icon-${hash}`} aria-hidden="true">
      {initials}
    </span>
  );
}
