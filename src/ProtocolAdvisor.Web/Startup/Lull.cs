namespace ProtocolAdvisor.Web.Startup;

/// <summary>
/// Tells when work is over, by what is allocated: much since memory was given back, and next to nothing at the last looks. Questions after
/// the service's health are no work.
/// </summary>
internal sealed class Lull
{
    /// <summary>Bytes that work allocates: less leaves nothing behind that is worth a collection.</summary>
    public const long Work = 32 << 20;

    /// <summary>Bytes that are allocated between two looks while nobody works.</summary>
    public const long Quiet = 1 << 20;

    /// <summary>Bytes that are allocated between two looks while much is done.</summary>
    public const long Much = 128 << 20;

    /// <summary>After so many quiet looks work is over: what pauses for less goes on.</summary>
    public const int Looks = 3;

    private long _seen;
    private long _lately;
    private long _givenBack;
    private int _quietLooks;

    /// <summary>Whether much was done between the last two looks.</summary>
    public bool IsBusy => _lately >= Much;

    /// <summary>Looks: whether memory is to be given back now, once after work, however long the rest.</summary>
    /// <param name="allocated">Bytes that the process has allocated so far.</param>
    public bool Begins(long allocated)
    {
        (_lately, _seen) = (allocated - _seen, allocated);
        _quietLooks = _lately < Quiet ? _quietLooks + 1 : 0;
        if (_quietLooks < Looks || allocated - _givenBack < Work) return false;
        _givenBack = allocated;
        return true;
    }
}
