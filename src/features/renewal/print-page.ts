/**
 * Prints a page of its own, in a frame that nobody sees. The frame is gone once it was printed, and before the next one.
 *
 * @param place - An empty element of the panel; in its shadow root or dialog the frame is reachable like the panel itself.
 * @param write - Fills the page.
 */
export function printPage(place: HTMLElement, write: (page: Document) => void): void {
  // A sandbox keeps a stranger's page in; this one is written by us, as text, and has no scripts.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  const frame = place.ownerDocument.createElement('iframe');
  frame.className = 'upkeep-print-frame';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  // Some browsers put a fresh page into the frame after it was added, so what is written before would be lost.
  frame.addEventListener(
    'load',
    () => {
      const { contentDocument: page, contentWindow: view } = frame;
      if (!page || !view) return;
      page.documentElement.dir = getComputedStyle(place).direction;
      write(page);
      view.addEventListener('afterprint', () => frame.remove());
      view.print();
    },
    { once: true },
  );
  place.replaceChildren(frame);
}
