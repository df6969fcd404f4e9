/** A unit that a quantity can be given in, as Kubernetes writes it behind the number. */
export interface QuantityUnit {
  value: string
  label: string
}

export const cpuUnits: readonly QuantityUnit[] = [
  { value: 'm', label: 'millicores' },
  { value: '', label: 'cores' },
]

export const memoryUnits: readonly QuantityUnit[] = [
  { value: 'Mi', label: 'MiB' },
  { value: 'Gi', label: 'GiB' },
  { value: 'Ki', label: 'KiB' },
  { value: 'Ti', label: 'TiB' },
  { value: 'Pi', label: 'PiB' },
  { value: 'Ei', label: 'EiB' },
  { value: '', label: 'bytes' },
  { value: 'k', label: 'kB' },
  { value: 'M', label: 'MB' },
  { value: 'G', label: 'GB' },
  { value: 'T', label: 'TB' },
  { value: 'P', label: 'PB' },
  { value: 'E', label: 'EB' },
]

/**
 * The number and the unit of a quantity as text. Joined they are the text again, whatever it is; what is no quantity is all number.
 */
export function quantityParts(text: string): { amount: string; unit: string } {
  const [, amount = text, unit = ''] = /^(.*?)(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE])?$/su.exec(text) ?? []
  // A unit alone is a number that is still to come; letters before it make it no unit.
  return /[a-df-z]$/i.test(amount) ? { amount: text, unit: '' } : { amount, unit }
}

/**
 * The quantity of a typed number and the unit that was chosen before; a unit typed with the number goes first. Without a number
 * there is no quantity.
 */
export function quantityOf(amount: string, unit: string): string | undefined {
  const typed = amount.trim()
  if (typed === '') return undefined
  return quantityParts(typed).unit !== '' || /[a-z]/i.test(typed) ? typed : `${typed}${unit}`
}
