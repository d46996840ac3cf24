/** Lines where rows will stand, so that the page does not jump. Silent: the label beside it speaks. */
export function Skeleton({ lines }: { readonly lines: number }) {
  return (
    <div className="upkeep-skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, at) => (
        <div key={at} className="upkeep-skeleton-line" />
      ))}
    </div>
  );
}
