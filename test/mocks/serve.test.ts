import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';

const PATIENCE = 60_000;

/** Runs `npm run backends` with these options; `until` is what it must say before it is ended. */
async function run(
  args: string[],
  until?: { said: string; meanwhile: (text: string) => Promise<void> },
) {
  const child = spawn(process.execPath, ['mocks/serve.mjs', ...args], { stdio: 'pipe' });
  let text = '';
  const told = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      if (until && text.includes(until.said)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => resolve());
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await told;
  if (until && child.exitCode === null) {
    await until.meanwhile(text);
    child.kill('SIGTERM');
  }
  return { code: await ended, text };
}

it(
  'starts on plain Node, tells where the panel finds it, and ends cleanly',
  { timeout: PATIENCE },
  async () => {
    const meanwhile = async (text: string) => {
      const [, api] = /\?host=(\S+)/.exec(text) ?? [];
      expect(await (await fetch(`${api}/session`)).json()).toMatchObject({
        host: { name: 'Craft' },
      });
    };
    const { code } = await run(['--port', '0'], { said: 'End with Ctrl+C.', meanwhile });

    expect(code).toBe(0);
  },
);

it('says which scenarios there are when asked for another', { timeout: PATIENCE }, async () => {
  const { code, text } = await run(['--scenario', 'nowhere']);

  expect(code).toBe(1);
  expect(text).toContain(
    '--scenario nowhere: there is none of that name. There are: craft-estate,',
  );
});
