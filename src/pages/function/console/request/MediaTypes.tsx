import { bodyTypes } from './header-names'

/** Media types to choose from, in the fields whose `list` has this id. */
export function MediaTypes({ id }: { id: string }) {
  return (
    <datalist id={id}>
      {bodyTypes.map((type) => (
        <option key={type} value={type} />
      ))}
    </datalist>
  )
}
