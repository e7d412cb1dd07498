import { flavourIds } from '../../protocol/document.ts';
import type { SetFlavourParams } from '../../protocol.ts';
import type { Session } from '../session.ts';

/** Remembers or forgets the flavour that a person chose for a document. An unknown flavour counts as none. */
export function setFlavour(session: Session, { uri, flavour }: SetFlavourParams): void {
  const known = flavourIds.find((id) => id === flavour);
  if (known) session.flavours.set(uri, known);
  else session.flavours.delete(uri);
}
