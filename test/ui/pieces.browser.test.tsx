import { cleanup, render } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Announcer, useAnnounce } from '../../src/ui/Announcer.tsx';
import { Button } from '../../src/ui/Button.tsx';
import { Dialog } from '../../src/ui/Dialog.tsx';
import { Fence } from '../../src/ui/Fence.tsx';
import { Loading } from '../../src/ui/Loading.tsx';
import { Meter } from '../../src/ui/Meter.tsx';
import { REST, useKeptFocus } from '../../src/ui/useKeptFocus.ts';
import '../../src/panel/panel.css';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

it('a busy button keeps the focus, says that it is busy, and does nothing', async () => {
  const onClick = vi.fn<() => void>();
  render(
    <Button busy onClick={onClick}>
      Save
    </Button>,
  );
  (button('Save').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Save')).toHaveFocus();
  await expect.element(button('Save')).toHaveAttribute('aria-busy', 'true');
  expect(onClick).not.toHaveBeenCalled();
});

it('a meter without a number goes on without an end in sight, instead of standing at zero', async () => {
  render(<Meter label="Downloading" percent={null} />);
  const meter = page.getByRole('progressbar', { name: 'Downloading' });
  await expect.element(meter).toBeInTheDocument();
  expect((meter.element() as HTMLProgressElement).position).toBe(-1);
});

it('the live region is there before anything is said, and says the same sentence twice as two changes', async () => {
  function Speaker() {
    const announce = useAnnounce();
    return <Button onClick={() => announce('Done')}>Say</Button>;
  }
  const { container } = render(
    <Announcer>
      <Speaker />
    </Announcer>,
  );
  const region = container.querySelector('[aria-live="polite"]');
  expect(region?.textContent).toBe('');
  await userEvent.click(button('Say'));
  const first = region?.firstChild;
  await userEvent.click(button('Say'));
  expect(region?.textContent).toBe('Done');
  expect(region?.firstChild).not.toBe(first);
});

it('a stand-in says nothing at first, and that it takes long after eight seconds', () => {
  vi.useFakeTimers();
  const { container } = render(<Loading label="Loading" lines={3} late={<p>Still waiting</p>} />);
  vi.advanceTimersByTime(7_900);
  expect(container.textContent).toBe('');
  vi.advanceTimersByTime(200);
  vi.useRealTimers();
  return expect.element(page.getByText('Still waiting')).toBeVisible();
});

it('a fence keeps an error where it happened, tells of it, and lets what broke be tried again', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onError = vi.fn<(error: unknown) => void>();
  let broken = true;
  function Part() {
    if (broken) throw new Error('broken part');
    return <p>works</p>;
  }
  render(
    <>
      <p>beside it</p>
      <Fence onError={onError} fallback={(again) => <Button onClick={again}>Again</Button>}>
        <Part />
      </Fence>
    </>,
  );
  await expect.element(page.getByText('beside it')).toBeVisible();
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'broken part' }));
  broken = false;
  await userEvent.click(button('Again'));
  await expect.element(page.getByText('works')).toBeVisible();
  quiet.mockRestore();
});

/** Two dialogs, the second opened from the first. */
function Stack() {
  const [open, setOpen] = useState(0);
  return (
    <>
      <Button onClick={() => setOpen(1)}>Open</Button>
      {open > 0 ? (
        <Dialog title="First" closeLabel="Close first" onClose={() => setOpen(0)}>
          <Button onClick={() => setOpen(2)}>Next</Button>
        </Dialog>
      ) : null}
      {open > 1 ? (
        <Dialog title="Second" closeLabel="Close second" onClose={() => setOpen(1)}>
          <p>on top</p>
        </Dialog>
      ) : null}
    </>
  );
}

it('Escape closes the dialog on top alone, and the focus goes back step by step', async () => {
  render(<Stack />);
  await userEvent.click(button('Open'));
  await userEvent.click(button('Next'));
  await expect.element(page.getByRole('heading', { name: 'Second' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog', { name: 'Second' })).not.toBeInTheDocument();
  await expect.element(button('Next')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(button('Open')).toHaveFocus();
});

it('the page behind a dialog can neither be pressed nor reached by Tab', async () => {
  render(<Stack />);
  await userEvent.click(button('Open'));
  const opener = document.querySelector<HTMLElement>('.upkeep-button');
  for (let at = 0; at < 6; at++) {
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).not.toBe(opener);
  }
});

/** Something that can be taken away while the focus is in it. */
function Leaving() {
  const root = useKeptFocus<HTMLDivElement>();
  const [gone, setGone] = useState(false);
  return (
    <div ref={root}>
      <h2 {...REST} tabIndex={-1}>
        Rest
      </h2>
      <section>
        <button type="button" {...REST}>
          Near
        </button>
        {gone ? null : <Button onClick={() => setTimeout(() => setGone(true), 50)}>Leave</Button>}
      </section>
      <input aria-label="Elsewhere" />
    </div>
  );
}

it('the focus goes to the nearest place of rest when what had it is taken away', async () => {
  render(<Leaving />);
  (button('Leave').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Leave')).not.toBeInTheDocument();
  await expect.element(button('Near')).toHaveFocus();
});

it('the focus is left alone when it has moved on meanwhile', async () => {
  render(<Leaving />);
  (button('Leave').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const elsewhere = page.getByRole('textbox', { name: 'Elsewhere' });
  (elsewhere.element() as HTMLElement).focus();
  await expect.element(button('Leave')).not.toBeInTheDocument();
  await expect.element(elsewhere).toHaveFocus();
});
