import { execFileSync, execSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** What `npm publish` would send, and the same unpacked where a project would have it. */
    packed: { tarball: string; project: string; files: string[] };
  }
}

/** Packs the built package once for all checks, and installs it into an otherwise empty project. */
export default function pack({ config, provide }: TestProject) {
  if (!existsSync(join(config.root, 'dist', 'index.js'))) {
    throw new Error('There is no dist/ to check. Run "npm run build" first.');
  }
  const project = join(config.root, 'node_modules', '.cache', 'upkeep', 'consumer');
  const home = join(project, 'node_modules', 'upkeep-panel');
  rmSync(project, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });

  const command = `npm pack --json --silent --pack-destination "${project}"`;
  const [{ filename, files }] = JSON.parse(
    execSync(command, { cwd: config.root, encoding: 'utf8' }),
  );
  execFileSync('tar', ['-xzf', join('..', '..', filename), '--strip-components=1'], { cwd: home });
  const paths = files.map((file: { path: string }) => file.path);
  provide('packed', { tarball: join(project, filename), project, files: paths });
}
