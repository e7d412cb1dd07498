import { RAL } from 'vscode-languageserver';

/** The promise's value, or `otherwise` when it is not there after `patience` ms. */
export function within<Value, Otherwise>(
  promise: Promise<Value>,
  patience: number,
  otherwise: Otherwise,
): Promise<Value | Otherwise> {
  return new Promise((resolve, reject) => {
    const timer = RAL().timer.setTimeout(() => resolve(otherwise), patience);
    promise.then(resolve, reject).finally(() => timer.dispose());
  });
}
