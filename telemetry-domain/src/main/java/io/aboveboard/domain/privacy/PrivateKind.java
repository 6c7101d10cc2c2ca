package io.aboveboard.domain.privacy;

/** What the filter knows to be private, and what it writes in its place. */
public enum PrivateKind {
    /** An e-mail address. */
    EMAIL("email"),
    /** An IPv4 or IPv6 address. */
    IP_ADDRESS("ip"),
    /** A hardware address. */
    MAC_ADDRESS("mac"),
    /** The name of this machine. */
    HOST_NAME("host"),
    /** The name of a user: of the one this process runs as, or the value after a label such as {@code username=}. */
    USER_NAME("user"),
    /** A home directory, up to and with the name of its owner. */
    HOME_PATH("home"),
    /** What stands before the {@code @} of a URL. */
    USER_INFO("userinfo"),
    /** What stands behind the {@code ?} of a URL or a path. */
    QUERY("query"),
    /** A JSON web token. */
    JWT("jwt"),
    /** A key of a well-known form. */
    API_KEY("api_key"),
    /** What follows a label such as {@code password=} or {@code Bearer}. */
    SECRET("secret"),
    /** A private key in its armour. */
    PRIVATE_KEY("private_key"),
    /** The number of a payment card. */
    CARD_NUMBER("card"),
    /** An international bank account number. */
    IBAN("iban"),
    /** A telephone number. */
    PHONE_NUMBER("phone");

    private final String code;
    private final String marker;

    PrivateKind(String code) {
        this.code = code;
        this.marker = "[" + code + "]";
    }

    /**
     * Its name in counts and statuses.
     *
     * @return lower-case letters and {@code _}
     */
    public String code() {
        return code;
    }

    /**
     * What is written in place of what was found.
     *
     * @return such as {@code [email]}
     */
    public String marker() {
        return marker;
    }
}
