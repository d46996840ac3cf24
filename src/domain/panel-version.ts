/** The version of this package, as `package.json` has it; support asks for it. */
export const PANEL_VERSION = '0.1.0';
