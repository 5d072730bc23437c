/** A string of little flags across the top of the stage, in the colours of the notes. */
const FLAGS = [1, 2, 3, 4, 5]

export function Bunting() {
  return (
    <svg class="stage-bunting" aria-hidden="true" focusable="false">
      <pattern id="stage-flags" width="20%" height="100%" viewBox="0 0 400 60" preserveAspectRatio="none">
        <path class="stage-cord" d="M0 4q40 10 80 0t80 0 80 0 80 0 80 0" />
        {FLAGS.map((flag) => (
          <path key={flag} class={`stage-flag-${flag}`} d={`M${flag * 80 - 70} 6q30 6 60 0l-30 46z`} />
        ))}
      </pattern>
      <rect width="100%" height="100%" fill="url(#stage-flags)" />
    </svg>
  )
}
