/**
 * Whether a person wants, or needs, no moving parts: the switch of the library slides, and with the colours of the system it
 * looks the same on and off. A box with a tick does neither.
 */
export function plainLooks(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches ||
    matchMedia('(forced-colors: active)').matches
  );
}
