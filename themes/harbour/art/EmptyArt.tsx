/** A place that waits for its person: the mark of the house, not yet filled. */
export const EmptyArt = () => (
  <svg className="pw-empty-art" viewBox="0 0 96 72" aria-hidden="true" focusable="false">
    <path
      className="pw-empty-art__place"
      d="M16 38h9.5a22.8 22.8 0 0 0 45 0H80v22a8 8 0 0 1-8 8H24a8 8 0 0 1-8-8z"
    />
    <circle className="pw-empty-art__person" cx="48" cy="20" r="15" />
  </svg>
)
