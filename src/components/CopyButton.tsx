import { useEffect, useState } from 'react'
import { announce } from '@/lib/announce'
import { copyText } from '@/lib/clipboard'
import { Hint } from './Hint'
import { IconButton } from './IconButton'

/** Copies `value`. `label` names it, e.g. “Copy invocation URL”. Works on plain-http origins too. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const [result, setResult] = useState<'copied' | 'refused'>()

  useEffect(() => {
    if (!result) return
    const timer = setTimeout(() => setResult(undefined), 1500)
    return () => clearTimeout(timer)
  }, [result])

  const copy = async () => {
    const copied = await copyText(value)
    setResult(copied ? 'copied' : 'refused')
    announce(copied ? 'Copied' : 'The browser did not allow copying')
  }

  return (
    <Hint
      label={result === 'copied' ? 'Copied' : result === 'refused' ? 'The browser did not allow it' : label}
    >
      <IconButton
        icon={result === 'copied' ? 'check' : result === 'refused' ? 'alert' : 'copy'}
        label={label}
        data-copy
        onClick={() => void copy()}
      />
    </Hint>
  )
}
