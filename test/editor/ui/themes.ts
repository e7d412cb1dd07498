/** The colours in which every surface is looked at. */
export const themes = ['light', 'dark', 'high-contrast'] as const;
export type Theme = (typeof themes)[number];

/** The same for what draws its own colours. */
export const allThemes = [...themes, 'high-contrast-light'] as const;
export type AnyTheme = (typeof allThemes)[number];

/**
 * Lets the window follow what the page says about the person's preferences: the colours change without a click, so that
 * lists and hovers stay open.
 */
export const themeSettings = {
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'workbench.preferredLightColorTheme': 'Light Modern',
  'workbench.preferredDarkColorTheme': 'Dark Modern',
  'workbench.preferredHighContrastColorTheme': 'Default High Contrast',
  'workbench.preferredHighContrastLightColorTheme': 'Default High Contrast Light',
};

/** What a page is told to prefer, and the class by which the workbench shows that it does. */
export const appearances = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, mark: 'vs' },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, mark: 'vs-dark' },
  'high-contrast': { media: { colorScheme: 'dark', forcedColors: 'active' }, mark: 'hc-black' },
  'high-contrast-light': { media: { colorScheme: 'light', forcedColors: 'active' }, mark: 'hc-light' },
} as const satisfies Readonly<Record<AnyTheme, unknown>>;
