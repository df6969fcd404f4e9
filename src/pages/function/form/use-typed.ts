import { useState } from 'react'
import { sameValue } from '@/lib/tree'

/**
 * The text of a value as it was typed, for values that can be written in several ways (`1.0`, a list with an empty line at its
 * end). The typed text stands until the value becomes another one by other means.
 */
export function useTyped<Value>(
  value: Value,
  textOf: (value: Value) => string,
  onValue: (value: Value) => void,
  valueOf: (text: string) => Value,
): [text: string, type: (text: string) => void] {
  const [typed, setTyped] = useState<{ text: string; value: Value }>()
  const text = typed && sameValue(typed.value, value) ? typed.text : textOf(value)
  return [
    text,
    (next) => {
      const parsed = valueOf(next)
      setTyped({ text: next, value: parsed })
      onValue(parsed)
    },
  ]
}
