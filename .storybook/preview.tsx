import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';

// A busy machine shows a story later than within a second.
configure({ asyncUtilTimeout: 10_000 });

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    // A story with an accessibility fault is a failing test, not a remark in a side panel.
    a11y: { test: 'error' },
    controls: { matchers: { date: /^today$/ } },
    layout: 'fullscreen',
  },
  globalTypes: {
    scheme: {
      description: 'Color scheme of the page; panels follow it',
      toolbar: { title: 'Scheme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { scheme: 'light' },
  decorators: [
    (Story, { globals }) => {
      document.documentElement.style.colorScheme = globals['scheme'] === 'dark' ? 'dark' : 'light';
      return <Story />;
    },
  ],
};

export default preview;
