import type { TestimonialProps } from '../../contract'

export const Testimonial = ({ quote, name, role, photo }: TestimonialProps) => (
  <section className="pw-section">
    <figure className="pw-wrap pw-testimonial">
      <blockquote className="pw-testimonial__quote">
        <p>{quote}</p>
      </blockquote>
      <figcaption className="pw-testimonial__who">
        {photo ? (
          <img src={photo.src} alt={photo.alt} width={photo.width} height={photo.height} />
        ) : null}
        <span>
          <strong>{name}</strong>
          <span>{role}</span>
        </span>
      </figcaption>
    </figure>
  </section>
)
