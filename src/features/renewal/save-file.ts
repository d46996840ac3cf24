/** How long the browser may take to begin reading what it was given to save, in milliseconds. */
const READING = 60_000;

/** Has the browser save a text as a file, without asking anybody outside for it. */
export function saveFile(page: Document, name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READING);
}
