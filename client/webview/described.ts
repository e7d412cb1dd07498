/**
 * Tells of what stands around a value together with the control that has the focus. A control of the library has its input in
 * a tree of its own, where no id of the page leads.
 */
export function describeFocused(): void {
  const control = document.activeElement;
  const field = control?.closest('.control')?.closest('.field');
  if (!control || !field) return;
  const around = [...field.querySelectorAll('.badge, .unit, .summary, .problems span')];
  const input = control.shadowRoot?.activeElement ?? control;
  input.ariaDescription = around.map(({ textContent }) => textContent).join(', ');
}
