/** The product's mark: a diamond with a smaller one cut out. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d="M10 .8 19.2 10 10 19.2.8 10ZM10 6.2 6.2 10l3.8 3.8 3.8-3.8Z"
        fill="var(--accent-text)"
        fillRule="evenodd"
      />
    </svg>
  )
}
