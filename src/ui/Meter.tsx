/** How far something is. @param percent - 0 to 100; `null` = nobody knows, shown as going on without an end in sight. */
export function Meter({
  label,
  percent,
}: {
  readonly label: string;
  readonly percent: number | null;
}) {
  return (
    <progress
      className="upkeep-meter"
      aria-label={label}
      max={100}
      {...(percent === null ? {} : { value: Math.round(percent) })}
    />
  );
}
