import { useState, type ReactNode } from 'react'

interface FilePickerProps {
  /** Names the input. */
  label: string
  /** Endings of files to offer, `.yaml,.json`; all when it is missing. */
  accept?: string
  onFile: (file: File) => void
  /** What opens the browser's dialog, with the act for it. */
  children: (choose: () => void) => ReactNode
}

/** Takes a file of the person's choice. The input itself is hidden: a button of the page's own opens the dialog. */
export function FilePicker({ label, accept, onFile, children }: FilePickerProps) {
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  return (
    <>
      {children(() => input?.click())}
      <input
        ref={setInput}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // The same file can be chosen again.
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
