import { build, type Rolldown } from 'vite';

/** How a project that brings its own React would bundle the package: minified, everything else inside. */
export async function bundled(entry: string): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: {
        input: entry,
        external: /^react(-dom)?(\/|$)/,
        preserveEntrySignatures: 'strict',
      },
      modulePreload: false,
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs.flatMap((bundle) => ('output' in bundle ? bundle.output : [])).filter(isChunk);
}

function isChunk(file: Rolldown.OutputChunk | Rolldown.OutputAsset): file is Rolldown.OutputChunk {
  return file.type === 'chunk';
}

/** The chunks a page has to wait for before anything is shown: the entry and what it imports. */
export function firstPaint(chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set(chunks.filter((chunk) => chunk.isEntry));
  for (const chunk of needed) {
    for (const name of chunk.imports) {
      const imported = byName.get(name);
      if (imported) needed.add(imported);
    }
  }
  return [...needed];
}
