/// What the name of a place says of the value that stands there.
struct SecretName: Equatable, Sendable {
    /// What of the value is secret.
    enum Form: Equatable, Sendable {
        /// All of it.
        case whole

        /// What stands behind one of the known authentication schemes, or all of it.
        case credentials

        /// What stands behind the first word where it is made like a scheme, or all of it.
        case authorization

        /// What stands behind `openai-insecure-api-key.` in a list of protocols, if it does.
        case protocols

        /// The values of the cookies that it lists.
        case cookies

        /// The values of the cookies that it sets: of one, unless header lines were joined.
        case cookie
    }

    /// What the secret is.
    var kind: Secret.Kind

    /// Whether values that are no secrets stand in places of this name too.
    var isOrdinary = false

    /// What of the value is secret.
    var form = Form.whole

    /// Whether only a value counts that looks like a secret, and stands under the name itself: names such as
    /// `credentials` have objects, modes and words too.
    var demandsLook = false
}
