import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Dialog } from '../../src/ui/Dialog.tsx';
import { Menu } from '../../src/ui/Menu.tsx';
import '../../src/panel/panel.css';

afterEach(cleanup);

const more = () => page.getByRole('button', { name: 'More', exact: true });
const menu = () => page.getByRole('menu', { name: 'More', exact: true });
const item = (name: string) => page.getByRole('menuitem', { name, exact: true });

const LABELS = ['Activity', 'Automatic updates', 'Rehearse an upgrade', 'Renew several'];

/** A menu between two other things, as in a panel; what was chosen. */
function open(labels: readonly string[] = LABELS, side: 'start' | 'end' = 'end') {
  const onChoose = vi.fn<(label: string) => void>();
  const onKey = vi.fn<(key: string) => void>();
  render(
    <div
      className="upkeep"
      style={{ display: 'flex', justifyContent: side, width: 400 }}
      onKeyDown={({ key }) => onKey(key)}
      role="presentation"
    >
      <button type="button">Before</button>
      <Menu
        label="More"
        entries={labels.map((label) => ({
          id: label,
          label,
          onChoose: () => onChoose(label),
        }))}
      />
      <button type="button">After</button>
    </div>,
  );
  return { onChoose, onKey };
}

const focusButton = () => (more().element() as HTMLElement).focus();

it.each([
  ['Enter', 'Activity'],
  [' ', 'Activity'],
  ['ArrowDown', 'Activity'],
  ['ArrowUp', 'Renew several'],
])('the key "%s" on the button opens the menu at "%s"', async (key, label) => {
  open();
  focusButton();
  await expect.element(more()).toHaveAttribute('aria-haspopup', 'menu');
  await expect.element(more()).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard(`{${key}}`);
  await expect.element(item(label)).toHaveFocus();
  await expect.element(more()).toHaveAttribute('aria-expanded', 'true');
  expect(more().element().getAttribute('aria-controls')).toBe(menu().element().id);
});

it('arrows go round, Home and End to the ends, letters to what begins with them', async () => {
  open();
  focusButton();
  const after = async (key: string) => {
    await userEvent.keyboard(key);
    return document.activeElement?.textContent;
  };
  expect(await after('{ArrowDown}')).toBe('Activity');
  expect(await after('{ArrowDown}')).toBe('Automatic updates');
  expect(await after('{End}')).toBe('Renew several');
  expect(await after('{ArrowDown}')).toBe('Activity');
  expect(await after('{ArrowUp}')).toBe('Renew several');
  expect(await after('{Home}')).toBe('Activity');
  expect(await after('r')).toBe('Rehearse an upgrade');
  expect(await after('R')).toBe('Renew several');
  expect(await after('a')).toBe('Activity');
  expect(await after('x')).toBe('Activity');
});

it('Escape closes, gives the focus back and is heard by nobody around', async () => {
  const { onKey } = open();
  await userEvent.click(more());
  await userEvent.keyboard('{Escape}');
  await expect.element(menu()).not.toBeInTheDocument();
  await expect.element(more()).toHaveFocus();
  expect(onKey).not.toHaveBeenCalledWith('Escape');
});

it('Tab closes and goes on after the menu, Shift and Tab before it', async () => {
  open();
  await userEvent.click(more());
  await userEvent.keyboard('{Tab}');
  await expect.element(menu()).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus();

  await userEvent.click(more());
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.element(menu()).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Before' })).toHaveFocus();
});

it.each(['{Enter}', ' '])('the key "%s" chooses once and closes', async (key) => {
  const { onChoose } = open();
  focusButton();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await userEvent.keyboard(key);
  expect(onChoose.mock.calls).toEqual([['Automatic updates']]);
  await expect.element(menu()).not.toBeInTheDocument();
  await expect.element(more()).toHaveFocus();
});

it('a press elsewhere closes, and so does a second press of the button', async () => {
  open();
  await userEvent.click(more());
  await userEvent.click(page.getByRole('button', { name: 'Before' }));
  await expect.element(menu()).not.toBeInTheDocument();
  await userEvent.click(more());
  await expect.element(menu()).toBeVisible();
  await userEvent.click(more());
  await expect.element(menu()).not.toBeInTheDocument();
});

it('a dialog opened from the menu gives the focus back to its button', async () => {
  function Opening({ isOpen, onOpen }: { isOpen: boolean; onOpen: (open: boolean) => void }) {
    return (
      <>
        <Menu
          label="More"
          entries={[{ id: 'open', label: 'Open', onChoose: () => onOpen(true) }]}
        />
        {isOpen ? (
          <Dialog title="Opened" closeLabel="Close" onClose={() => onOpen(false)}>
            <p>here</p>
          </Dialog>
        ) : null}
      </>
    );
  }
  let view = render(<></>);
  const show = (isOpen: boolean) => view.rerender(<Opening isOpen={isOpen} onOpen={show} />);
  show(false);
  await userEvent.click(more());
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Opened' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(more()).toHaveFocus();
});

it.each(['start', 'end'] as const)('stays inside the panel at its %s', async (side) => {
  open(LABELS, side);
  await userEvent.click(more());
  const panel = document.querySelector('.upkeep')?.getBoundingClientRect();
  const { left, right } = menu().element().getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(panel?.left ?? Infinity);
  expect(right).toBeLessThanOrEqual(panel?.right ?? 0);
  expect(item('Activity').element().getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
});

it('without entries there is no button', () => {
  const { container } = render(<Menu label="More" entries={[]} />);
  expect(container.childNodes).toHaveLength(0);
});
