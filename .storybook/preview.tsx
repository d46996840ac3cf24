import type { Preview } from '@storybook/react-vite';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    // A story with an accessibility fault is a failing test, not a remark in a side panel.
    a11y: { test: 'error' },
  },
};

export default preview;
