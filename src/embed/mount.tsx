import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { UpkeepPanel, type UpkeepPanelProps } from '../panel/UpkeepPanel.tsx';

/** A panel that stands in a page. */
export interface MountedPanel {
  /** Changes options; those not named stay. Nothing is remounted. */
  update(options: Partial<UpkeepPanelProps>): void;
  /** Takes the panel out of the page and ends everything it was waiting for. Calling it again is harmless. */
  unmount(): void;
}

let panels = 0;

/**
 * Puts a panel into an element of any page, or into a shadow root.
 *
 * @param container - Emptied by nobody: it should hold nothing else.
 * @param options - As for `<UpkeepPanel>`; only `backend` is required.
 * @throws TypeError when `container` is nothing to mount into.
 * @example const panel = mount(document.querySelector('#updates'), { backend: restBackend({ baseUrl: '/upkeep' }) });
 */
export function mount(
  container: Element | ShadowRoot | null,
  options: UpkeepPanelProps,
): MountedPanel {
  if (!container) {
    throw new TypeError(
      'Upkeep was given no element to mount into; pass one that is in the page already',
    );
  }
  // Ids of two panels on one page must not meet: a label would name the other panel's field.
  const root = createRoot(container, { identifierPrefix: `upkeep-${++panels}-` });
  let current = options;
  let mounted = true;
  const render = () =>
    root.render(
      <StrictMode>
        <UpkeepPanel {...current} />
      </StrictMode>,
    );
  render();
  return {
    update(changes) {
      current = { ...current, ...changes };
      if (mounted) render();
    },
    unmount() {
      if (mounted) root.unmount();
      mounted = false;
    },
  };
}
